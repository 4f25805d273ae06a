import { handle, newCommandId, openEventStore, type EventStore } from '@klimaspur/event-store';
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

const importJson = (fileName: string, json: unknown, order: Partial<ImportOrder> = {}) => {
  const bytes = new TextEncoder().encode(JSON.stringify(json));
  return runImport(store, knownFromLog(store), {
    document: readImport(bytes, { fileName, today: '2026-11-20' }),
    ...{ bytes, actor, now, acceptGoodRows: false, publish: false, dryRun: false },
    ...order,
  });
};

const city = { id: 71, name: 'Ohneags', teaser: 'Klein und mutig' };
const tasks = [
  { id: 2, title: 'Verkehr', city: 71, children: [{ id: 3, title: 'Radweg', city: 71 }] },
  { id: 1, title: 'Solardach', city: 71, execution_status: 2 },
];
const theCity = (order?: Partial<ImportOrder>) => importJson('city.json', city, order);
const theTasks = (order?: Partial<ImportOrder>) => importJson('tasks.json', tasks, order);
const both = (order?: Partial<ImportOrder>) => importJson('all.json', { city, tasks }, order);

const all = () => store.readAll(null, 100_000);
const ofType = async (type: string) => (await all()).filter((event) => event.type === type);
const towns = async () => (await knownFromLog(store).towns()).map(({ name }) => name);

describe('saved answers of LocalZero in files of their own', () => {
  it.each([
    ['the town, then its tasks', [theCity, theTasks]],
    ['the tasks, then their town', [theTasks, theCity]],
    ['the tasks, the town, and both together', [theTasks, theCity, both]],
    ['both together, then the tasks', [both, theTasks]],
    ['the town, both together, then the town', [theCity, both, theCity]],
  ])('%s: one town with one plan', async (_, files) => {
    for (const file of files) await file();
    expect(await towns()).toEqual(['Ohneags']);
    expect(await ofType('PlanDrafted')).toHaveLength(1);
    expect(await ofType('PlanFieldAdded')).toHaveLength(1);
    expect(await ofType('MeasureRecorded')).toHaveLength(2);
    const before = (await all()).length;
    for (const file of files) await file();
    expect((await all()).slice(before).map(({ type }) => type)).toEqual([]);
  });

  it('a town that was called after the file of its tasks says that it has its name now', async () => {
    await theTasks();
    const { findings } = await theCity();
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'import/town-renamed',
        params: { was: 'Tasks', name: 'Ohneags' },
      }),
    );
    expect((await theCity()).findings).toEqual([]);
  });

  it('a town that was begun without its official key says which one the file names', async () => {
    const withKey = { ...city, municipality_key: '06433012' };
    await theTasks();
    const { findings } = await importJson('city.json', withKey);
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'import/town-key-differs',
        params: { said: '06433012' },
      }),
    );
  });

  it('a name that somebody gave the town since stays', async () => {
    await theTasks();
    await theCity();
    const [founded] = await ofType('MunicipalityFounded');
    const text = { teaser: 'Klein und mutig', name: 'Stadt Ohneags' };
    await handle(store, {
      stream: founded!.stream,
      mode: 'additive',
      commandId: newCommandId(Date.parse(now)),
      actor: actor('x'),
      now,
      decide: () => [
        { type: 'MunicipalityDescribed', data: { text }, occurredOn: null, schemaVersion: 1 },
      ],
    });
    await theCity();
    expect(await towns()).toEqual(['Stadt Ohneags']);
  });

  it('tasks of another town are not filed with the only town that is here', async () => {
    await theCity();
    await importJson('andere.json', [{ id: 9, title: 'Wald', city: 72, execution_status: 4 }]);
    expect(await towns()).toEqual(['Ohneags', 'Andere']);
  });

  it('towns with the same key on two servers stay two', async () => {
    await theCity();
    await importJson('city.json', { id: 71, name: 'Anderswo' });
    expect(await towns()).toEqual(['Ohneags', 'Anderswo']);
  });

  it('a town with an AGS is one too', async () => {
    const withAgs = { ...city, municipality_key: '06433012' };
    await theTasks();
    await importJson('city.json', withAgs);
    await importJson('city.json', withAgs);
    expect(await towns()).toEqual(['Ohneags']);
  });
});
