import { idOf, openEventStore, type EventStore } from '@klimaspur/event-store';
import { readImport } from '@klimaspur/importers';
import { runImport, type ImportOrder } from './run-import.js';
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

const importList = (lines: readonly string[], order: Partial<ImportOrder> = {}) => {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  return runImport(store, knownFromLog(store), {
    document: readImport(bytes, { fileName: 'liste.csv', today: '2026-11-20' }),
    ...{ bytes, actor, now, acceptGoodRows: false, publish: false, dryRun: false },
    ...order,
  });
};

const all = () => store.readAll(null, 100_000);
const ofType = async (type: string) => (await all()).filter((event) => event.type === type);
const idTitled = async (title: string) => {
  const recorded = await ofType('MeasureRecorded');
  const found = recorded.find(({ data }) => (data['text'] as { title: string }).title === title);
  return idOf(found!.stream);
};

/** Two towns, each with a plan and a measure. */
const twoTowns = async () => {
  await importList(['Nr.;Titel', '1;Radwege'], { newTown: 'Altenbach' });
  await importList(['Nr.;Titel', '1;Solardächer'], { newTown: 'Neustadt' });
  return { radwege: await idTitled('Radwege'), solar: await idTitled('Solardächer') };
};

describe('a row with the Klimaspur-ID of a measure of another town', () => {
  it('is refused by row, column, value and reason, and changes nothing', async () => {
    const { radwege, solar } = await twoTowns();
    const before = await all();
    const report = await importList(
      ['Klimaspur-ID;Titel', `${radwege};Radwege`, `${solar};Solardächer`],
      { town: 'Neustadt' },
    );
    expect(report).toMatchObject({ done: false });
    expect(report.refused).toEqual([
      {
        ...{ where: 'row 2', column: 'Klimaspur-ID', value: radwege },
        reason: 'row/of-another-town',
        words: {
          de: expect.stringContaining('einer anderen Kommune'),
          en: expect.stringContaining('another town'),
        },
      },
    ]);
    expect(await all()).toEqual(before);
  });

  it('is left out where good rows come in, and what is good goes to its own plan', async () => {
    const { radwege, solar } = await twoTowns();
    const before = await all();
    const report = await importList(
      ['Klimaspur-ID;Nummer;Titel', `${solar};1;Solardächer und Speicher`, `${radwege};1;Radwege`],
      { town: 'Neustadt', acceptGoodRows: true },
    );
    expect(report).toMatchObject({ done: true, changed: 1 });
    const added = (await all()).slice(before.length);
    expect(
      added.filter(({ stream }) => stream !== `measure-${solar}`).map(({ type }) => type),
    ).toEqual(['PlanImportCompleted']);
    expect(await ofType('MeasureRecorded')).toHaveLength(2);
    expect(await ofType('PlanDrafted')).toHaveLength(2);
  });
});
