import { measureState, timeline, type Past } from '@klimaspur/domain';
import {
  handle,
  newCommandId,
  openEventStore,
  type EventStore,
  type RecordedEvent,
} from '@klimaspur/event-store';
import type { ImportReport } from './run-import.js';
import { actor, importList, now } from './testing/import-list.js';

let store: EventStore;
beforeEach(async () => {
  store = await openEventStore('sqlite::memory:');
});
afterEach(() => store.close());

const list = (goal: string, lead = 'Bauamt') => [
  'Nr.;Titel;Ziel;Zuständig',
  `1;Radwege;${goal};${lead}`,
  '2;Bäume;500;Grünamt',
];
const history = async (): Promise<readonly RecordedEvent[]> => {
  const all = await store.readAll(null, 10_000);
  return store.readStream(all.find(({ type }) => type === 'MeasureRecorded')!.stream);
};
const state = async () => measureState(timeline((await history()) as unknown as Past[]));
const goal = async () => (await state()).described?.text?.goal ?? null;

/** A person says „Irrtum“ of the newest entry of this kind. */
const takeBack = async (type: string) => {
  const entry = (await history()).findLast((event) => event.type === type)!;
  await handle(store, {
    stream: entry.stream,
    mode: 'additive',
    commandId: newCommandId(Date.parse(now)),
    actor: actor('x'),
    now,
    decide: () =>
      [
        {
          type: 'EntryVoided',
          data: { entry: entry.id, text: { reason: 'Irrtum' } },
          occurredOn: null,
          schemaVersion: 1,
        },
      ] as never,
  });
};
const codes = ({ findings }: ImportReport) =>
  findings.map(({ code }) => code).filter((code) => code !== 'town-not-named');

describe('what an import said and a person took back', () => {
  it('stays taken back while the list says the same, and is reported', async () => {
    await importList(store, list('zehn'), '2023-10-31');
    await importList(store, list('zwölf'), '2024-04-30');
    await takeBack('MeasureDescribed');
    expect(await goal()).toBe('zehn');
    const before = await history();
    for (const day of ['2024-10-31', '2024-04-30', '2025-04-30']) {
      const report = await importList(store, list('zwölf'), day);
      expect(report).toMatchObject({ new: 0, changed: 0 });
      expect(codes(report)).toEqual(['import/stays-taken-back']);
      expect(report.findings.find(({ where }) => where === 'row 2')?.words.de).toContain(
        'die Beschreibung',
      );
    }
    expect(await history()).toEqual(before);
  });

  it('stays taken back where it was the only description there was', async () => {
    await importList(store, list('zehn'), '2023-10-31');
    await takeBack('MeasureDescribed');
    const report = await importList(store, list('zehn'), '2024-04-30');
    expect([report.changed, codes(report), await goal()]).toEqual([
      0,
      ['import/stays-taken-back'],
      null,
    ]);
  });

  it('is a conflict where the list says something else then: what stands here stays', async () => {
    await importList(store, list('zehn'), '2023-10-31');
    await importList(store, list('zwölf'), '2024-04-30');
    await takeBack('MeasureDescribed');
    const report = await importList(store, list('zwanzig'), '2024-10-31');
    expect([codes(report), await goal()]).toEqual([['import/kept'], 'zehn']);
  });

  it('is no matter of what else the list changes', async () => {
    await importList(store, list('zehn'), '2023-10-31');
    await importList(store, list('zwölf'), '2024-04-30');
    await takeBack('MeasureDescribed');
    await importList(
      store,
      list('zwölf').map((line) => line.replace('Radwege', 'Radwege bauen')),
      '2024-10-31',
    );
    expect((await state()).described?.text).toMatchObject({ title: 'Radwege bauen', goal: 'zehn' });
  });

  it('holds for who leads it, too', async () => {
    await importList(store, list('zehn'), '2023-10-31');
    await takeBack('MeasureResponsibleBodyAssigned');
    const report = await importList(store, list('zehn'), '2024-04-30');
    expect([report.changed, codes(report), (await state()).responsible]).toEqual([
      0,
      ['import/stays-taken-back'],
      [],
    ]);
    await importList(store, list('zehn', 'Tiefbauamt'), '2024-10-31');
    expect((await state()).responsible.map(({ name }) => name)).toEqual(['Tiefbauamt']);
  });
});
