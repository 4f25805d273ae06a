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

describe('a list that names several towns', () => {
  const listOf = async () => {
    const { radwege, solar } = await twoTowns();
    return [
      'Klimaspur-ID;Kommune;Plan;Nummer;Titel',
      `${radwege};Altenbach;liste;1;Radwege`,
      `${solar};Neustadt;liste;1;Solardächer`,
    ];
  };

  it('goes back to them without an event, and each change to its own', async () => {
    const list = await listOf();
    const before = await all();
    expect(await importList(list)).toMatchObject({
      ...{ done: true, refused: [], municipalities: 2, new: 0, changed: 0 },
    });
    expect(await all()).toEqual(before);
    const changed = list.map((line) => line.replace('Solardächer', 'Solardächer und Speicher'));
    expect(await importList(changed)).toMatchObject({ refused: [], new: 0, changed: 1 });
    const solar = await idTitled('Solardächer');
    const added = (await all()).slice(before.length);
    const streams = new Set(added.map(({ stream }) => stream));
    const [{ stream: plan } = { stream: '' }] = added.filter(
      ({ type }) => type === 'PlanImportCompleted',
    );
    expect(streams).toEqual(new Set([`measure-${solar}`, plan]));
  });

  it('begins each where nothing is, and says the same again', async () => {
    const list = await listOf();
    await store.close();
    store = await openEventStore('sqlite::memory:');
    expect(await importList(list)).toMatchObject({ done: true, refused: [], municipalities: 2 });
    expect(await ofType('PlanDrafted')).toHaveLength(2);
    const before = await all();
    expect(await importList(list)).toMatchObject({ refused: [], new: 0, changed: 0 });
    expect(await all()).toEqual(before);
  });

  it('finds a town by its measures where it has another name now', async () => {
    const list = (await listOf()).map((line) => line.replace('Altenbach', 'Altenbach am See'));
    expect(await importList(list)).toMatchObject({ refused: [], new: 0, changed: 0 });
    expect(await ofType('MunicipalityFounded')).toHaveLength(2);
  });

  it('imported for one of them is refused where it names another, known here or not', async () => {
    const list = await listOf();
    const strange = ';Waldheim;liste;7;Moor';
    const report = await importList([...list, strange], { town: 'Neustadt' });
    expect(report.done).toBe(false);
    expect(
      report.refused.map(({ where, column, value, reason }) => [where, column, value, reason]),
    ).toEqual([
      ['row 2', 'Klimaspur-ID', await idTitled('Radwege'), 'row/of-another-town'],
      ['row 4', 'Kommune', 'Waldheim', 'row/names-another-town'],
    ]);
    const before = await all();
    const good = await importList([...list, strange], { town: 'Neustadt', acceptGoodRows: true });
    expect(good).toMatchObject({ done: true, gone: [] });
    expect(await all()).toEqual(before);
  });

  it('is asked to which a row belongs that names none; the only town of a list is meant', async () => {
    const list = await listOf();
    const report = await importList([...list, ';;liste;2;Moor']);
    expect(report.refused).toMatchObject([
      { where: 'row 4', column: 'Kommune', value: '', reason: 'field/missing' },
    ]);
    const [heading = '', one = ''] = list;
    const only = await importList([heading, ';;liste;2;Moor', one, ';;liste;3;Wald']);
    expect(only).toMatchObject({ refused: [], municipalities: 1, new: 2 });
    expect(await ofType('MunicipalityFounded')).toHaveLength(2);
    expect(await ofType('PlanDrafted')).toHaveLength(2);
  });
});

describe('an older list that names no town', () => {
  it('goes back to the town of its measures, though there are several', async () => {
    const { radwege } = await twoTowns();
    const before = await all();
    const report = await importList([
      'Klimaspur-ID;Plan;Nummer;Titel',
      `${radwege};liste;1;Radwege`,
    ]);
    expect(report).toMatchObject({ refused: [], new: 0, changed: 0 });
    expect(await all()).toEqual(before);
  });
});

describe('a file of LocalZero with two towns', () => {
  const city = (pk: number, name: string) => ({ model: 'cpmonitor.city', pk, fields: { name } });
  const task = (pk: number, path: string, of: number) => ({
    model: 'cpmonitor.task',
    pk,
    fields: { path, depth: 1, numchild: 0, city: of, title: `Maßnahme ${pk}`, execution_status: 2 },
  });
  const dump = [city(1, 'Altenbach'), city(2, 'Neustadt'), task(1, '0001', 1), task(2, '0002', 2)];
  const importDump = (order: Partial<ImportOrder>) => {
    const bytes = new TextEncoder().encode(JSON.stringify(dump));
    return runImport(store, knownFromLog(store), {
      document: readImport(bytes, { fileName: 'dump.json', today: '2026-11-20' }),
      ...{ bytes, actor, now, acceptGoodRows: false, publish: false, dryRun: false },
      ...order,
    });
  };
  const townNames = async () =>
    (await ofType('MunicipalityFounded')).map(
      ({ data }) => (data['text'] as { name: string }).name,
    );

  it('is not put into one town without a word: its towns are named, and nothing is written', async () => {
    await importList(['Nr.;Titel', '1;Radwege'], { newTown: 'Mittelheim' });
    const before = (await all()).length;
    await expect(importDump({ town: 'Mittelheim' })).rejects.toMatchObject({
      code: 'import/several-towns',
      details: { params: { town: 'Mittelheim', towns: 'Altenbach, Neustadt' } },
    });
    expect((await all()).length).toBe(before);
  });

  it('gives the one that is meant, and says that it holds another', async () => {
    const report = await importDump({ town: 'Neustadt' });
    expect(await townNames()).toEqual(['Neustadt']);
    expect(report.measures).toBe(1);
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        code: 'import/other-towns-left',
        params: { town: 'Neustadt', towns: 'Altenbach' },
      }),
    );
  });

  it('makes both towns where none is named, and then finds each by its key', async () => {
    await importDump({});
    expect(await townNames()).toEqual(['Altenbach', 'Neustadt']);
    const [first] = await ofType('MunicipalityFounded');
    const again = await importDump({ town: idOf(first!.stream) });
    expect([again.measures, again.new, again.changed]).toEqual([1, 0, 0]);
  });
});
