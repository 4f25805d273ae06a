import { ReadModels } from './read-models.js';
import { TestLog, type Telling, uuid } from './testing/test-log.js';
import type { MeasureFilter, View } from './types.js';

const [town, plan] = [uuid(1), uuid(2)] as [string, string];
const [traffic, cycling, energy] = [uuid(3), uuid(4), uuid(5)] as [string, string, string];
const at = '2022-01-02T12:00:00.000Z';
const view: View = { asOf: '2023-01-01', viewer: 'public' };

const of = (stream: string, type: string, data: object = {}): Telling => ({
  ...{ stream, type, data, at },
});
const inPlan = (type: string, data: object = {}) => of(`plan-${plan}`, type, data);
const field = (id: string, rank: number, name: string, parent?: string) =>
  inPlan('PlanFieldAdded', { field: id, rank, text: { name }, ...(parent ? { parent } : {}) });

let made = 0;
const measure = (title: string, rank: number, within?: string): Telling[] => {
  const id = uuid(100 + made++);
  return [
    of(`measure-${id}`, 'MeasureRecorded', { municipality: town, text: { title } }),
    of(`measure-${id}`, 'MeasurePublished'),
    inPlan('PlanMeasurePlaced', { measure: id, rank, ...(within ? { field: within } : {}) }),
  ];
};

describe('the order of a plan', () => {
  let log: TestLog;
  let models: ReadModels;
  beforeAll(async () => {
    log = await TestLog.open();
    await log.tell(
      of(`municipality-${town}`, 'MunicipalityFounded', { text: { name: 'Baumstadt' } }),
      of(`municipality-${town}`, 'MunicipalityPublished'),
      inPlan('PlanDrafted', {
        ...{ municipality: town, kind: 'CLIMATE_PROTECTION', text: { title: 'Plan' } },
      }),
      inPlan('PlanPublished'),
      field(energy, 5, 'Energie'),
      field(traffic, 2, 'Verkehr'),
      field(cycling, 2, 'Rad', traffic),
      ...measure('hinter allem', 9),
      ...measure('Solardach', 1, energy),
      ...measure('zwischen den Feldern', 3),
      ...measure('Parkgebühren', 3, traffic),
      ...measure('Radweg', 1, cycling),
      ...measure('Tempo 30', 1, traffic),
      ...measure('vor allem', -7),
    );
    models = await ReadModels.openInThread({ log: log.store, views: log.views() });
  });
  afterAll(async () => {
    await models.close();
    await log.close();
  });

  const titles = (filter: MeasureFilter) =>
    models.measures({ municipality: town, ...filter }, view).items.map(({ title }) => title);
  const inOrder = [
    ...['vor allem', 'Tempo 30', 'Radweg', 'Parkgebühren'],
    ...['zwischen den Feldern', 'Solardach', 'hinter allem'],
  ];

  it('is one for fields and measures that stand side by side, at the top and within', () => {
    expect(titles({})).toEqual(inOrder);
    expect(titles({ plan })).toEqual(inOrder);
    expect(titles({ descending: true })).toEqual(inOrder.toReversed());
  });

  it('is the same page by page', () => {
    const read: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = models.measures(
        { municipality: town, limit: 2, ...(cursor ? { cursor } : {}) },
        view,
      );
      read.push(...page.items.map(({ title }) => title));
      cursor = page.next;
    } while (cursor);
    expect(read).toEqual(inOrder);
  });

  it('of a field holds what lies within it, unless only the field itself is asked for', () => {
    expect(titles({ field: traffic })).toEqual(['Tempo 30', 'Radweg', 'Parkgebühren']);
    expect(titles({ field: traffic, withoutInner: true })).toEqual(['Tempo 30', 'Parkgebühren']);
  });

  it('names a field with those it lies in', () => {
    const paths = models
      .measures({ municipality: town }, view)
      .items.map(({ title, place }) => [title, place?.fieldPath, place?.fieldName]);
    expect(paths).toContainEqual(['Radweg', ['Verkehr', 'Rad'], 'Rad']);
    expect(paths).toContainEqual(['Tempo 30', ['Verkehr'], 'Verkehr']);
    expect(paths).toContainEqual(['vor allem', [], null]);
  });
});

describe('measures in several fields', () => {
  let log: TestLog;
  let models: ReadModels;
  const other = uuid(8);
  beforeAll(async () => {
    log = await TestLog.open();
    const twice = measure('steht zweimal', 1, traffic);
    const id = (twice[0]?.stream ?? '').slice('measure-'.length);
    await log.tell(
      of(`municipality-${town}`, 'MunicipalityFounded', { text: { name: 'Baumstadt' } }),
      of(`municipality-${town}`, 'MunicipalityPublished'),
      ...[plan, other].flatMap((one) => [
        of(`plan-${one}`, 'PlanDrafted', {
          ...{ municipality: town, kind: 'CLIMATE_PROTECTION', text: { title: 'Plan' } },
        }),
        of(`plan-${one}`, 'PlanPublished'),
      ]),
      field(traffic, 1, 'Verkehr'),
      of(`plan-${other}`, 'PlanFieldAdded', { field: energy, rank: 1, text: { name: 'Wärme' } }),
      ...twice,
      of(`plan-${other}`, 'PlanMeasurePlaced', { measure: id, field: energy, rank: 1 }),
      ...measure('steht einmal', 2, traffic),
      ...measure('steht in keinem', 3),
    );
    models = await ReadModels.openInThread({ log: log.store, views: log.views() });
  });
  afterAll(async () => {
    await models.close();
    await log.close();
  });

  it('are counted in each, and it is said how many they are', () => {
    const { counts, fields, withoutField, inSeveralFields } = models.progress(town, {}, view);
    expect(counts.total).toBe(3);
    expect(fields.map(({ name, all }) => [name, all.total])).toEqual([
      ['Verkehr', 2],
      ['Wärme', 1],
    ]);
    expect([withoutField.total, inSeveralFields]).toEqual([1, 1]);
    expect(models.progress(town, { plan }, view).inSeveralFields).toBe(0);
  });
});

describe('a file over all towns', () => {
  let log: TestLog;
  let models: ReadModels;
  const named = (id: string, name: string) => [
    of(`municipality-${id}`, 'MunicipalityFounded', { text: { name } }),
    of(`municipality-${id}`, 'MunicipalityPublished'),
  ];
  const planOf = (id: string, municipality: string) => [
    of(`plan-${id}`, 'PlanDrafted', {
      ...{ municipality, kind: 'CLIMATE_PROTECTION', text: { title: 'Plan' } },
    }),
    of(`plan-${id}`, 'PlanPublished'),
  ];
  const told = (id: number, municipality: string, title: string) => [
    of(`measure-${uuid(id)}`, 'MeasureRecorded', { municipality, text: { title } }),
    of(`measure-${uuid(id)}`, 'MeasurePublished'),
  ];
  const placed = (within: string, id: number, rank: number) =>
    of(`plan-${within}`, 'PlanMeasurePlaced', { measure: uuid(id), rank });
  const other = uuid(8);
  const village = uuid(9);
  beforeAll(async () => {
    log = await TestLog.open();
    await log.tell(
      ...named(town, 'Baumstadt'),
      ...planOf(plan, town),
      ...planOf(other, town),
      ...told(201, town, 'in keinem Plan'),
      ...told(202, town, 'im anderen Plan'),
      ...told(203, town, 'hinten im Plan'),
      ...told(204, town, 'vorn im Plan'),
      ...[placed(other, 202, 1), placed(plan, 203, 2), placed(plan, 204, 1)],
      ...named(village, 'Aue'),
      ...told(205, village, 'im Dorf'),
    );
    models = await ReadModels.openInThread({ log: log.store, views: log.views() });
  });
  afterAll(async () => {
    await models.close();
    await log.close();
  });

  const titles = (filter: MeasureFilter) =>
    Array.from(models.exportRows(filter, view), ({ title }) => title);

  it('goes by the names of towns, then in the order of their plans, then what is in none', () => {
    expect(titles({})).toEqual([
      ...['im Dorf', 'vorn im Plan', 'hinten im Plan', 'im anderen Plan', 'in keinem Plan'],
    ]);
  });

  it('keeps the order that was asked for, and goes on where a page ended', () => {
    expect(titles({ sort: 'title' })).toEqual([
      ...['hinten im Plan', 'im anderen Plan', 'im Dorf', 'in keinem Plan', 'vorn im Plan'],
    ]);
    const { items, next } = models.measures({ limit: 2 }, view);
    const first = items.map(({ title }) => title);
    expect([...first, ...titles({ cursor: next! })].sort()).toEqual(titles({}).sort());
  });
});
