import { measureState, timeline, type Past } from '@klimaspur/domain';
import { handle, newCommandId, openEventStore, type EventStore } from '@klimaspur/event-store';
import { readImport } from '@klimaspur/importers';
import { wordOf } from './edition-state.js';
import { runImport } from './run-import.js';
import { knownFromLog } from './testing/known-from-log.js';

const now = '2026-11-20T12:00:00.000Z';
const actor = (municipality: string) => ({
  ...{ person: '00000000-0000-7000-8000-000000000009', role: 'LEAD', municipality },
});

let store: EventStore;
beforeEach(async () => {
  store = await openEventStore('sqlite::memory:');
});
afterEach(() => store.close());

const importText = async (text: string, fileName: string, standOn: string) => {
  const bytes = new TextEncoder().encode(text);
  const report = await runImport(store, knownFromLog(store), {
    document: readImport(bytes, { fileName, today: '2026-11-20', standOn }),
    ...{ bytes, actor, now, acceptGoodRows: false, publish: false, dryRun: false },
  });
  const { measures } = report.unsaid[0]!;
  return { report, unsaid: Object.values(measures)[0] };
};
const days = ['2023-06-30', '2024-06-30', '2025-06-30'];

const localZero = (status: number, day: string) =>
  importText(
    JSON.stringify([
      { model: 'cpmonitor.city', pk: 1, fields: { name: 'Teststadt' } },
      {
        model: 'cpmonitor.task',
        pk: 7,
        fields: {
          path: '0001',
          depth: 1,
          numchild: 0,
          city: 1,
          title: 'Radweg',
          execution_status: status,
        },
      },
    ]),
    'dump.json',
    day,
  );
const list = (word: string, day: string) =>
  importText(`Nr.;Maßnahme;Status\n1;Radweg;${word}\n2;Wald;geplant`, 'liste.csv', day);

const history = async () => {
  const all = await store.readAll(null, 10_000);
  const stream = all.find(({ type }) => type === 'MeasureRecorded')!.stream;
  return (await store.readStream(stream)) as unknown as Past[];
};
const state = async () => wordOf(measureState(timeline(await history())));
const record = async (type: string, data: object) => {
  const [first] = await store.readStream(
    (await store.readAll(null, 10_000)).find(({ type: of }) => of === 'MeasureRecorded')!.stream,
  );
  await handle(store, {
    stream: first!.stream,
    mode: 'additive',
    commandId: newCommandId(Date.parse(now)),
    actor: actor('x'),
    now,
    decide: () => [{ type, data, occurredOn: null, schemaVersion: 1 }] as never,
  });
};
const takeBack = async (entries: readonly string[]) => {
  for (const entry of entries) {
    await record('EntryVoided', { entry, text: { reason: 'Laut neuerer Liste nicht so' } });
  }
};

describe('a newer edition that takes a state back', () => {
  it.each([
    [2, 0, 'in Umsetzung', 'unbekannt', { implementation: 'UNKNOWN', delayed: false }],
    [4, 0, 'abgeschlossen', 'unbekannt', { implementation: 'UNKNOWN', delayed: false }],
    [6, 0, 'Verzögerung gemeldet', 'unbekannt', { implementation: 'UNKNOWN', delayed: false }],
    [8, 0, 'aufgegeben', 'unbekannt', { implementation: 'UNKNOWN', delayed: false }],
    [4, 6, 'abgeschlossen', 'verzögert / fehlt', { implementation: 'UNKNOWN', delayed: true }],
    [8, 6, 'aufgegeben', 'verzögert / fehlt', { implementation: 'UNKNOWN', delayed: true }],
  ])(
    'LocalZero: %i, then %i is asked about, and one click makes it so',
    async (first, next, was, word, after) => {
      await localZero(first, days[0]!);
      const { report, unsaid } = await localZero(next, days[1]!);
      const found = report.findings.find(({ code }) => code === 'import/state-taken-back');
      expect(found?.where).toBe('task 7');
      expect(found?.words.de).toContain(`„Radweg“: Eine frühere Fassung sagte „${was}“`);
      expect(found?.words.de).toContain(`sagt nun „${word}“`);
      expect(found?.words.en).toContain(`"${word}"`);
      await takeBack(unsaid!.entries);
      expect(await state()).toEqual(after);
      expect((await localZero(next, days[2]!)).unsaid).toBeUndefined();
    },
  );

  it.each([
    ['verzögert', 'geplant', { implementation: 'PLANNED', delayed: false }],
    ['abgeschlossen', 'unbekannt', { implementation: 'UNKNOWN', delayed: false }],
    ['in Umsetzung', '', { implementation: 'UNKNOWN', delayed: false }],
    ['in Umsetzung', 'geplant', { implementation: 'PLANNED', delayed: false }],
  ])('a list: „%s“, then „%s“', async (first, next, after) => {
    await list(first, days[0]!);
    const { report, unsaid } = await list(next, days[1]!);
    expect(report.findings.filter(({ code }) => code === 'import/state-taken-back')).toHaveLength(
      1,
    );
    await takeBack(unsaid!.entries);
    expect(await state()).toEqual(after);
  });

  it.each([
    [0, 2],
    [2, 4],
    [2, 6],
    [6, 2],
    [4, 2],
    [8, 4],
    [2, 2],
  ])('what entries can say is no question: %i, then %i', async (first, next) => {
    await localZero(first, days[0]!);
    const { report, unsaid } = await localZero(next, days[1]!);
    expect(unsaid).toBeUndefined();
    expect(report.findings.map(({ code }) => code)).not.toContain('import/state-taken-back');
  });

  it('asks nothing where a person said how it stands since', async () => {
    await localZero(2, days[0]!);
    await record('MeasureImplementationCompleted', {});
    expect((await localZero(0, days[1]!)).unsaid).toBeUndefined();
  });

  it('asks nothing of a list that has no column of states, nor of an older edition', async () => {
    await list('in Umsetzung', days[1]!);
    const plain = await importText('Nr.;Maßnahme\n1;Radweg\n2;Wald', 'liste.csv', days[2]!);
    expect(plain.unsaid).toBeUndefined();
    expect((await list('', days[0]!)).unsaid).toBeUndefined();
  });

  describe('whatever LocalZero says in three editions', () => {
    const words = [0, 2, 4, 6, 8];
    /** What stands must be one of these; of a delay alone nobody knows how far the work is. */
    const told: Readonly<Record<number, readonly string[]>> = {
      0: ['UNKNOWN'],
      2: ['IN_PROGRESS'],
      4: ['COMPLETED'],
      6: ['UNKNOWN, late', 'IN_PROGRESS, late'],
      8: ['ABANDONED'],
    };
    const stands = async () => {
      const { implementation, delayed } = await state();
      return delayed ? `${implementation}, late` : implementation;
    };

    it.each(words.flatMap((first) => words.map((second) => [first, second])))(
      'what stands is its word, or is asked about, and the answer makes it so: %i, %i, …',
      async (first, second) => {
        for (const third of words) {
          await store.close();
          store = await openEventStore('sqlite::memory:');
          let unsaid: Awaited<ReturnType<typeof localZero>>['unsaid'];
          for (const [at, word] of [first!, second!, third].entries()) {
            ({ unsaid } = await localZero(word, days[at]!));
            if (unsaid === undefined) expect(told[word]).toContain(await stands());
          }
          if (unsaid === undefined) continue;
          expect(told[third]).not.toContain(await stands());
          await takeBack(unsaid.entries);
          if (unsaid.entries.length > 0) expect(told[third]).toContain(await stands());
        }
      },
    );
  });
});
