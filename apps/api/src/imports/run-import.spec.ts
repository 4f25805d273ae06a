import { jest } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lateFrom, measureState, timeline, type Past } from '@klimaspur/domain';
import { handle, newCommandId, openEventStore, type EventStore } from '@klimaspur/event-store';
import { readImport } from '@klimaspur/importers';
import { runImport, type ImportOrder } from './run-import.js';
import { knownFromLog } from './testing/known-from-log.js';

jest.setTimeout(60_000);
const data = process.env['KLIMASPUR_TEST_DATA'] ?? '../shared/data';
const now = '2026-11-20T12:00:00.000Z';
const person = '00000000-0000-7000-8000-000000000009';
const actor = (municipality: string) => ({ person, role: 'LEAD', municipality });

let store: EventStore;
beforeEach(async () => {
  store = await openEventStore('sqlite::memory:');
});
afterEach(() => store.close());

const importFile = (
  bytes: Uint8Array,
  fileName: string,
  { standOn, ...more }: Partial<ImportOrder> & { readonly standOn?: string } = {},
) =>
  runImport(store, knownFromLog(store), {
    document: readImport(bytes, { fileName, today: '2026-11-20', standOn: standOn ?? null }),
    bytes,
    actor,
    now,
    acceptGoodRows: false,
    publish: false,
    dryRun: false,
    ...more,
  });

const all = () => store.readAll(null, 100_000);
const measures = async () => {
  const streams = new Map<string, Past[]>();
  for (const event of await all()) {
    if (!event.stream.startsWith('measure-')) continue;
    streams.set(event.stream, [...(streams.get(event.stream) ?? []), event as unknown as Past]);
  }
  return [...streams.values()].map((history) => measureState(timeline(history)));
};

const city = {
  model: 'cpmonitor.city',
  pk: 1,
  fields: { draft_mode: true, name: 'Teststadt', zipcode: '12345' },
};
const task = (pk: number, path: string, numchild: number, fields: object) => ({
  model: 'cpmonitor.task',
  pk,
  fields: {
    path,
    depth: path.length / 4,
    numchild,
    city: 1,
    draft_mode: true,
    source: 0,
    title: `Task ${pk}`,
    execution_status: 0,
    ...fields,
  },
});
const dump = (...tasks: object[]) => Buffer.from(JSON.stringify([city, ...tasks]));

describe('an import', () => {
  const first = dump(
    task(1, '0001', 1, { title: 'Energy' }),
    task(2, '00010001', 0, { title: 'Roofs', teaser: 'Solar', execution_status: 2 }),
  );

  it('founds the town as a draft, with its plan, fields and measures, and completes itself last', async () => {
    const report = await importFile(first, 'dump.json');
    expect(report).toMatchObject({
      municipalities: 1,
      fields: 1,
      measures: 1,
      refused: [],
      done: true,
    });
    const types = (await all()).map(({ type }) => type);
    expect(types.at(-1)).toBe('PlanImportCompleted');
    expect(types).not.toContain('MunicipalityPublished');
    expect((await measures()).map(({ implementation }) => implementation.value)).toEqual([
      'IN_PROGRESS',
    ]);
  });

  it('twice leaves no new event', async () => {
    await importFile(first, 'dump.json');
    const before = await store.lastPosition();
    const again = await importFile(first, 'dump.json');
    expect(again).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
    expect(await store.lastPosition()).toBe(before);
  });

  it('only looks when it is a dry run', async () => {
    expect(await importFile(first, 'dump.json', { dryRun: true })).toMatchObject({
      new: 3,
      done: false,
    });
    expect(await all()).toEqual([]);
  });

  it('that broke off is completed by the next run', async () => {
    let left = 3;
    const dying = Object.create(store, {
      append: {
        value: (...args: Parameters<EventStore['append']>) =>
          left-- > 0 ? store.append(...args) : Promise.reject(new Error('no power')),
      },
    }) as EventStore;
    const order = {
      document: readImport(first, { fileName: 'dump.json', today: '2026-11-20' }),
      bytes: first,
      actor,
      now,
      acceptGoodRows: false,
      publish: false,
      dryRun: false,
    };
    await expect(runImport(dying, knownFromLog(store), order)).rejects.toThrow();
    await importFile(first, 'dump.json');
    expect((await all()).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['PlanImportCompleted']),
    );
    expect(await measures()).toHaveLength(1);
    expect((await all()).filter(({ type }) => type === 'MunicipalityFounded')).toHaveLength(1);
  });

  it('takes what changed in the file, and leaves what a person changed since', async () => {
    await importFile(first, 'dump.json');
    const recorded = (await all()).find(({ type }) => type === 'MeasureRecorded');
    await handle(store, {
      stream: recorded!.stream,
      mode: 'additive',
      commandId: newCommandId(Date.parse(now)),
      actor: actor('x'),
      now,
      decide: () => [
        {
          type: 'MeasureDescribed',
          data: { text: { title: 'Solar roofs', teaser: 'Solar' } },
          occurredOn: null,
          schemaVersion: 1,
        },
      ],
    });
    const changed = dump(
      task(1, '0001', 1, { title: 'Energy' }),
      task(2, '00010001', 0, {
        title: 'Roofs of schools',
        teaser: 'Solar power',
        execution_status: 4,
      }),
    );
    for (const _time of [1, 2]) {
      const report = await importFile(changed, 'dump.json');
      expect(report.findings).toContainEqual(
        expect.objectContaining({
          code: 'import/kept',
          params: { field: 'MeasureDescribed.text.title' },
        }),
      );
      const [state] = await measures();
      expect(state?.described?.text).toMatchObject({ title: 'Solar roofs', teaser: 'Solar power' });
      expect(state?.implementation.value).toBe('COMPLETED');
    }
  });

  it('with a bad row changes nothing, unless the user accepts the good ones', async () => {
    const withBad = dump(
      task(1, '0001', 0, { title: 'Good' }),
      task(2, '0002', 0, { title: 'Bad', planned_start: 'soon' }),
    );
    const report = await importFile(withBad, 'dump.json');
    expect(report.refused).toHaveLength(1);
    expect(report.done).toBe(false);
    expect(await all()).toEqual([]);
    expect((await importFile(withBad, 'dump.json', { acceptGoodRows: true })).done).toBe(true);
  });

  it('publishes what the file says is public, the town last', async () => {
    const open = Buffer.from(
      JSON.stringify([
        { ...city, fields: { ...city.fields, draft_mode: false } },
        task(1, '0001', 0, { draft_mode: false }),
        task(2, '0002', 0, {}),
      ]),
    );
    await importFile(open, 'dump.json');
    const types = (await all())
      .map(({ type }) => type)
      .filter((type) => type.endsWith('Published'));
    expect(types).toEqual(['MeasurePublished', 'PlanPublished', 'MunicipalityPublished']);
  });
});

const real = (path: string) => (existsSync(join(data, path)) ? it : it.skip);

describe('real files (skipped where the data is absent)', () => {
  real('localzero/mainzzero_measure_tree.json')(
    'the MainzZero tree comes in completely, twice without a new event',
    async () => {
      const bytes = readFileSync(join(data, 'localzero/mainzzero_measure_tree.json'));
      type Node = { children: Node[]; execution_status: number };
      const nodes = (list: Node[]): Node[] =>
        list.flatMap((node) => [node, ...nodes(node.children)]);
      const tree = nodes(JSON.parse(bytes.toString()) as Node[]);
      const leaves = tree.filter(({ children }) => children.length === 0);
      const report = await importFile(bytes, 'mainzzero_measure_tree.json');
      expect(report.fields + report.measures).toBe(tree.length);
      const states = await measures();
      const count = (of: (state: (typeof states)[number]) => boolean) => states.filter(of).length;
      const said = (word: number) =>
        leaves.filter(({ execution_status: status }) => status === word).length;
      expect(count(({ implementation }) => implementation.value === 'IN_PROGRESS')).toBe(said(2));
      expect(count(({ implementation }) => implementation.value === 'COMPLETED')).toBe(said(4));
      expect(
        count(({ delay, implementation }) => delay !== null && implementation.value === 'UNKNOWN'),
      ).toBe(said(6));
      expect(count(({ implementation }) => implementation.value === 'ABANDONED')).toBe(said(8));
      expect(
        count(({ delay, implementation }) => delay === null && implementation.value === 'UNKNOWN'),
      ).toBe(said(0));
      expect(states.some((state) => lateFrom(state) !== null)).toBe(true);
      const before = await store.lastPosition();
      await importFile(bytes, 'mainzzero_measure_tree.json');
      expect(await store.lastPosition()).toBe(before);
    },
  );

  real('localzero/test_database.sanitized.json')(
    'the LocalZero test database comes in, twice without a new event',
    async () => {
      const bytes = readFileSync(join(data, 'localzero/test_database.sanitized.json'));
      const rows = JSON.parse(bytes.toString()) as { model: string }[];
      const report = await importFile(bytes, 'test_database.json');
      expect(report).toMatchObject({ done: true, refused: [] });
      expect(report.fields + report.measures).toBe(
        rows.filter(({ model }) => model === 'cpmonitor.task').length,
      );
      expect(report.municipalities).toBe(
        rows.filter(({ model }) => model === 'cpmonitor.city').length,
      );
      const before = await store.lastPosition();
      await importFile(bytes, 'test_database.json');
      expect(await store.lastPosition()).toBe(before);
    },
  );

  real('measures/karlsruhe_ksk2030_monitoring2022.csv')(
    'the Karlsruhe list comes in completely, twice without a new event',
    async () => {
      const bytes = readFileSync(join(data, 'measures/karlsruhe_ksk2030_monitoring2022.csv'));
      const report = await importFile(bytes, 'karlsruhe.csv');
      expect(report).toMatchObject({ done: true, measures: 75 });
      const before = await store.lastPosition();
      await importFile(bytes, 'karlsruhe.csv');
      expect(await store.lastPosition()).toBe(before);
    },
  );
});
