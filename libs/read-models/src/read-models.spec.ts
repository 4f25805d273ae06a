import { ReadModels } from './read-models.js';
import { TestLog, uuid, type Telling } from './testing/test-log.js';
import type { View } from './types.js';

const town = uuid(1);
const plan = uuid(2);
const heat = uuid(3);
const pipes = uuid(4);
const solar = uuid(5);
const network = uuid(6);

const inTown = (
  type: string,
  data: object = {},
  on: string | null = null,
  at = '2022-01-02T12:00:00.000Z',
): Telling => ({ stream: `municipality-${town}`, type, data, on, at });
const inPlan = (
  type: string,
  data: object = {},
  on: string | null = null,
  at = '2022-01-02T12:00:00.000Z',
): Telling => ({ stream: `plan-${plan}`, type, data, on, at });
const of = (
  measure: string,
  type: string,
  data: object = {},
  on: string | null = null,
  at?: string,
): Telling => ({
  stream: `measure-${measure}`,
  type,
  data,
  on,
  at: at ?? (on ? undefined : '2022-01-02T12:00:00.000Z'),
});

const history: Telling[] = [
  inTown('MunicipalityFounded', {
    text: { name: 'Größenstadt', source: { system: 'LocalZero', key: '7' } },
    state: 'HE',
  }),
  inTown('MunicipalityDescribed', { population: 66000, text: { teaser: 'Am Main' } }),
  inTown('MunicipalityTargetSet', { targetYear: 2035, text: {} }),
  inTown('MunicipalityPublished'),
  inPlan('PlanDrafted', {
    municipality: town,
    kind: 'CLIMATE_PROTECTION',
    text: { title: 'Plan' },
  }),
  inPlan('PlanFieldAdded', {
    field: heat,
    rank: 1,
    text: { name: 'Wärme', source: { system: 'LocalZero', key: '0001' } },
  }),
  inPlan('PlanFieldAdded', { field: pipes, parent: heat, rank: 1, text: { name: 'Netze' } }),
  inPlan('PlanPublished'),
  of(solar, 'MeasureRecorded', { municipality: town, text: { title: 'Solardächer' } }),
  of(network, 'MeasureRecorded', {
    municipality: town,
    text: { title: 'Wärmeplanung', source: { system: 'LocalZero', key: '00010001' } },
  }),
  inPlan('PlanMeasurePlaced', { measure: solar, field: heat, rank: 2, text: { number: 'A2' } }),
  inPlan('PlanMeasurePlaced', { measure: network, field: pipes, rank: 1, text: { number: 'A1' } }),
  of(network, 'MeasureDescribed', {
    text: { title: 'Kommunale Wärmeplanung', teaser: 'Straße für Straße' },
  }),
  of(network, 'MeasurePublished'),
  of(solar, 'MeasurePublished'),
  of(network, 'MeasureDecided', { effect: 'ADOPTS', scope: 'FULL', final: true }, '2022-03-01'),
  of(network, 'MeasureImplementationPlanned', { plannedEnd: '2022-12' }, '2022-04-01'),
  of(network, 'MeasureImplementationStarted', {}, '2022-05-01'),
  of(solar, 'MeasureImplementationCompleted', {}, '2022', '2022-06-01T12:00:00.000Z'),
];

const on = (asOf: string, more: Partial<View> = {}): View => ({ asOf, viewer: 'public', ...more });

describe('the read models of a published town', () => {
  let log: TestLog;
  let models: ReadModels;

  beforeAll(async () => {
    log = await TestLog.open();
    await log.tell(...history);
    models = await ReadModels.openInThread({ log: log.store, views: log.views() });
  });
  afterAll(async () => {
    await models.close();
    await log.close();
  });

  it('count the nine words on any day', () => {
    const { counts } = models.progress(town, {}, on('2022-05-15'));
    expect(counts).toMatchObject({ total: 2, byStatus: { 'in-progress': 1, unknown: 1 } });
    expect(models.progress(town, {}, on('2023-01-01')).counts).toMatchObject({
      byStatus: { delayed: 1, completed: 1 },
      late: 1,
      stale: 2,
    });
  });

  it('find towns by slug and part of the name', () => {
    expect(models.municipality('groessenstadt', on('2023-01-01'))?.municipality).toMatchObject({
      id: town,
      targetYear: 2035,
      plans: [{ title: 'Plan' }],
      counts: { total: 2 },
    });
    expect(models.municipalities({ q: 'Größen' }, on('2023-01-01')).items).toMatchObject([
      { name: 'Größenstadt' },
    ]);
    expect(models.municipalities({ q: 'x' }, on('2023-01-01')).total).toBe(0);
  });

  it('list measures in the order of the plan, and by all other orders', () => {
    for (const sort of ['plan', 'title', 'status', 'lastNews', 'plannedEnd'] as const) {
      for (const municipality of [town, undefined]) {
        const page = models.measures({ municipality, sort }, on('2023-01-01'));
        expect(page).toMatchObject({ total: 2, next: null });
        const first = models.measures({ municipality, sort, limit: 1 }, on('2023-01-01'));
        const second = models.measures(
          { municipality, sort, limit: 1, cursor: first.next ?? '' },
          on('2023-01-01'),
        );
        expect([...first.items, ...second.items]).toEqual(page.items);
        expect(
          models.measures({ municipality, sort, limit: 1, page: 2 }, on('2023-01-01')).items,
        ).toEqual(second.items);
      }
    }
    expect(
      models
        .measures({ municipality: town }, on('2023-01-01'))
        .items.map(({ place }) => place?.number),
    ).toEqual(['A1', 'A2']);
  });

  it('answer filters, facets and search', () => {
    const view = on('2023-01-01');
    expect(models.measures({ q: 'waermePLANUNG strasse' }, view).items).toMatchObject([
      { id: network, status: 'delayed', late: { which: 'end', since: '2023-01-01' } },
    ]);
    const words = ['waermePLANUNG strasse', 'är', 'STRASSE', 'är STRASSE', 'solar wärme', 'A1'];
    for (const q of [
      ...words,
      '%',
      '"',
      '"aer"',
      'aer" OR "sol',
      'aer*',
      'st\u0000rasse',
      '\u0000',
    ]) {
      const everywhere = byId(models.measures({ q }, view).items);
      const inTown = byId(models.measures({ q, municipality: town }, view).items);
      expect(inTown).toEqual(q === 'A1' ? [expect.objectContaining({ id: network })] : everywhere);
    }
    expect(models.measures({ q: 'ar' }, view).total).toBe(1);
    expect(models.measures({ status: ['completed'] }, view)).toMatchObject({
      total: 1,
      facets: { delayed: 1, completed: 1 },
    });
    expect(models.measures({ field: heat }, view).total).toBe(2);
    expect(models.measures({ field: pipes, plan }, view).total).toBe(1);
    expect(models.measures({ field: 'none' }, view).total).toBe(0);
    expect([...models.exportRows({ municipality: town }, view)]).toMatchObject([
      { path: ['Wärme', 'Netze'] },
      { path: ['Wärme'] },
    ]);
    expect(models.measure(network, view)).toMatchObject({
      title: 'Kommunale Wärmeplanung',
      because: expect.any(String),
      rule: 'late-end',
      revision: 5,
      places: [{ path: [{ name: 'Wärme' }, { name: 'Netze' }] }],
    });
  });

  it('tell the latest changes', () => {
    const { items } = models.changes({ municipality: town, limit: 3 }, on('2023-01-01'));
    expect(items.map(({ type, before, after }) => [type, before, after])).toEqual([
      ['MeasureImplementationCompleted', 'unknown', 'completed'],
      ['MeasureImplementationStarted', 'planned', 'in-progress'],
      ['MeasureImplementationPlanned', 'adopted', 'planned'],
    ]);
    expect(
      models.changes({ measure: solar, statusChangedOnly: true }, on('2023-01-01')).items,
    ).toHaveLength(2);
  });

  it('show over time what each day would show alone', () => {
    for (const { day, byStatus } of models.statusOverTime(
      town,
      { from: '2021-12-01', to: '2023-06-01' },
      on('2023-01-01'),
    )) {
      expect(models.progress(town, {}, on(day)).counts.byStatus).toEqual(byStatus);
    }
  });

  it('find again what an import brought', () => {
    expect(models.findImported({ system: 'LocalZero', key: '00010001' })).toMatchObject([
      { kind: 'measure', id: network },
    ]);
    expect(models.findImported({ system: 'LocalZero', key: '0001' })).toMatchObject([
      { kind: 'field', id: heat, plan },
    ]);
  });
});

const byId = <T extends { readonly id: string }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => a.id.localeCompare(b.id));
