import type { Past } from '@klimaspur/domain';
import { ReadModels } from './read-models.js';
import { TestLog, uuid, type Telling } from './testing/test-log.js';
import type { View } from './types.js';

const view: View = { asOf: '2024-06-01', viewer: 'public' };
const first = uuid(1);
const second = uuid(2);
const measure = uuid(3);
const plan = uuid(4);
const person = uuid(5);
const run = uuid(0xc0);

const event = (
  stream: string,
  type: string,
  data: object = {},
  metadata: object = {},
): Telling => ({
  ...{ stream, type, data, metadata },
  at: '2024-01-01T12:00:00.000Z',
});
const inTown = (town: string, type: string, text?: object, id?: string): Telling => ({
  ...event(`municipality-${town}`, type, text ? { text } : {}),
  id,
});

describe('records in the read models', () => {
  let log: TestLog;
  let models: ReadModels;
  const tell = async (...tellings: Telling[]) => {
    const ids = await log.tell(...tellings);
    await models.waitUntil((await log.store.lastPosition()) ?? '');
    return ids;
  };
  const found = (slug: string) => models.municipality(slug, view);

  beforeEach(async () => {
    log = await TestLog.open();
    models = await ReadModels.openInThread({ log: log.store, views: log.views() });
    await tell(
      inTown(first, 'MunicipalityFounded', { name: 'Mühlheim' }),
      inTown(second, 'MunicipalityFounded', { name: 'Mühlheim' }),
      inTown(first, 'MunicipalityPublished'),
      inTown(second, 'MunicipalityPublished'),
    );
  });
  afterEach(async () => {
    await models.close();
    await log.close();
  });

  it('give slugs in the order of the log, and never take one away', async () => {
    expect(found('muehlheim')?.municipality.id).toBe(first);
    expect(found('muehlheim-2')?.municipality.id).toBe(second);
    await tell(inTown(first, 'MunicipalityDescribed', { name: 'Mühlheim am Main' }));
    expect(found('muehlheim-am-main')).toMatchObject({
      municipality: { id: first },
      movedFrom: null,
    });
    expect(found('muehlheim')).toMatchObject({
      municipality: { id: first },
      movedFrom: 'muehlheim',
    });
    await tell(inTown(first, 'MunicipalityDescribed', { name: 'Mühlheim' }));
    expect(found('muehlheim')?.movedFrom).toBeNull();
  });

  it('follow a corrected name', async () => {
    const [founded = ''] = await tell(inTown(uuid(9), 'MunicipalityFounded', { name: 'Falsch' }));
    await tell(inTown(uuid(9), 'MunicipalityPublished'), {
      ...event(`municipality-${uuid(9)}`, 'EntryCorrected', {
        entry: founded,
        replacement: {},
        text: { reason: 'x', replacement: { name: 'Richtig' } },
      }),
    });
    expect(found('richtig')?.municipality.name).toBe('Richtig');
    expect(found('falsch')?.movedFrom).toBe('falsch');
  });

  it('hide a measure whose recording was voided, and tell that it was', async () => {
    const [entry = ''] = await tell(
      event(`measure-${measure}`, 'MeasureRecorded', {
        municipality: first,
        text: { title: 'Twice' },
      }),
      event(`measure-${measure}`, 'MeasurePublished'),
    );
    expect(models.measures({}, view).total).toBe(1);
    await tell({
      ...event(`measure-${measure}`, 'EntryVoided', { entry, text: { reason: 'twice' } }),
      at: '2024-02-01T12:00:00.000Z',
    });
    expect(models.measures({}, view).total).toBe(0);
    expect(models.measure(measure, view)).toBeUndefined();
    expect(models.measures({}, { ...view, knownAt: Date.parse('2024-01-15') }).total).toBe(1);
    const { items } = models.changes({ measure }, view);
    expect(items.map(({ type, voided }) => [type, voided])).toEqual([
      ['EntryVoided', false],
      ['MeasurePublished', false],
      ['MeasureRecorded', true],
    ]);
  });

  it('remember what an import wrote, for the next one to compare with', async () => {
    const imported = { correlationId: run };
    const source = { system: 'LocalZero', town: 'M', key: '0001' };
    const [, described = ''] = await tell(
      event(
        `measure-${measure}`,
        'MeasureRecorded',
        { municipality: first, text: { title: 'A', source } },
        imported,
      ),
      event(`measure-${measure}`, 'MeasureDescribed', { text: { title: 'A' } }, imported),
      event(`measure-${measure}`, 'MeasureDescribed', { text: { title: 'By a person' } }),
      event(
        `plan-${plan}`,
        'PlanDrafted',
        { municipality: first, kind: 'HEAT', text: {} },
        imported,
      ),
    );
    const baseline = () =>
      models.findImported({ system: 'LocalZero', town: 'M', key: '0001' })[0]?.baseline ?? [];
    expect(baseline()).toEqual([]);
    await tell(event(`plan-${plan}`, 'PlanImportCompleted', { format: 'LOCALZERO' }, imported));
    expect(baseline().find(({ type }) => type === 'MeasureDescribed')).toEqual({
      type: 'MeasureDescribed',
      stream: `measure-${measure}`,
      revision: 1,
      entry: described,
    });
  });

  it('know all titles of the measures of a plan, for the next edition of a list', async () => {
    const place = { measure, rank: 1, text: { number: 'A1' } };
    const described = (title: string, occurredOn: string) =>
      event(`measure-${measure}`, 'MeasureDescribed', { text: { title } }, { occurredOn });
    await tell(
      event(`plan-${plan}`, 'PlanDrafted', { municipality: first, kind: 'HEAT', text: {} }),
      event(`measure-${measure}`, 'MeasureRecorded', { municipality: first, text: { title: 'A' } }),
      described('Old', '2022-01-01'),
      described('New', '2023-01-01'),
      event(`plan-${plan}`, 'PlanMeasurePlaced', place),
    );
    expect(models.measureNames(plan)).toEqual([
      { id: measure, number: 'A1', titles: ['New', 'Old'] },
    ]);
    expect(models.measureNames(uuid(9))).toEqual([]);
  });

  it('know who holds which role', async () => {
    await tell(
      event(`person-${person}`, 'PersonRoleGranted', { role: 'LEAD', municipality: first }),
      event(`person-${person}`, 'PersonRoleGranted', { role: 'OPERATOR' }),
      event(`person-${person}`, 'PersonRoleRevoked', { role: 'LEAD', municipality: first }),
      event(`person-${person}`, 'PersonRoleGranted', { role: 'MONITOR', municipality: first }),
    );
    expect(models.roles({ person })).toEqual([
      { person, role: 'MONITOR', municipality: first },
      { person, role: 'OPERATOR', municipality: null },
    ]);
    expect(models.roles({ municipality: first })).toHaveLength(1);
  });

  it('know since when each event is known, where a clock stepped back and before it is carried over', async () => {
    const stream = `measure-${measure}`;
    const at = (day: string, type: string): Telling => ({
      ...event(stream, type, { municipality: first, text: { title: 'A' } }),
      at: `${day}T12:00:00.000Z`,
    });
    await tell(at('2024-03-01', 'MeasureRecorded'), at('2024-02-01', 'MeasurePublished'));
    await log.tell(at('2024-02-15', 'MeasureCheckedUnchanged'));
    await log.tell(at('2024-03-15', 'MeasureCheckedUnchanged'));
    const events = (await log.store.readStream(stream)) as unknown as readonly Past[];
    const since = events.map(models.knownSince(stream)).map((ms) => new Date(ms).toISOString());
    const days = ['2024-03-01', '2024-03-01', '2024-03-01', '2024-03-15'];
    expect(since).toEqual(days.map((day) => `${day}T12:00:00.000Z`));
  });

  it('tell the latest entries of a past day, also one written down by a clock that stepped back', async () => {
    const stream = `measure-${measure}`;
    const at = (day: string, type: string): Telling => ({
      ...event(stream, type, { municipality: first, text: { title: 'A' } }),
      at: `${day}T12:00:00.000Z`,
    });
    await tell(
      at('2024-03-01', 'MeasureRecorded'),
      at('2024-03-20', 'MeasureCheckedUnchanged'),
      at('2024-03-10', 'MeasurePublished'),
    );
    const told = (asOf: string, knownAt?: number) =>
      models
        .changes({ measure }, { asOf, viewer: { drafts: 'all' }, ...(knownAt && { knownAt }) })
        .items.map(({ type }) => type);
    expect(told('2024-02-29')).toEqual([]);
    expect(told('2024-03-10')).toEqual(['MeasurePublished', 'MeasureRecorded']);
    expect(told('2024-03-10', Date.parse('2024-03-12T00:00:00Z'))).toEqual(['MeasureRecorded']);
    expect(told('2024-03-20')).toHaveLength(3);
  });

  it('know the days on which bodies met, without those that were taken back', async () => {
    const council = uuid(0x50);
    const inMeasure = (type: string, data: object, on: string, id?: string): Telling => ({
      ...{ stream: `measure-${measure}`, type, data, on, id },
      at: '2024-05-01T12:00:00.000Z',
    });
    const dealt = { outcome: 'DEFERRED', organ: council };
    await tell(
      event(`measure-${measure}`, 'MeasureRecorded', {
        municipality: first,
        text: { title: 'Dach' },
      }),
      event(`measure-${measure}`, 'MeasurePublished'),
      inMeasure('MeasureDeliberated', dealt, '2024-02-01', uuid(0x61)),
      inMeasure('MeasureDeliberated', dealt, '2024-03-01', uuid(0x62)),
      inMeasure('MeasureDeliberated', { ...dealt, outcome: 'REFERRED' }, '2024-03-01'),
      inMeasure('MeasureDeliberated', dealt, '2024-04', uuid(0x63)),
      inMeasure('MeasureSubmitted', { organ: council }, '2024-04-09'),
    );
    const days = (moment: object = {}) =>
      models.meetingDays(first, { ...view, ...moment }).map(({ day }) => day);
    expect(days()).toEqual(['2024-03-01', '2024-02-01']);
    expect(days({ asOf: '2024-02-15' })).toEqual(['2024-02-01']);
    expect(days({ knownAt: Date.parse('2024-04-01') })).toEqual([]);
    await tell(
      inMeasure('EntryCorrected', { entry: uuid(0x61), replacement: dealt }, '2024-02-02'),
      inMeasure('EntryVoided', { entry: uuid(0x62) }, '2024-05-01'),
    );
    expect(days()).toEqual(['2024-03-01', '2024-02-02']);
    expect(models.meetingDays(second, view)).toEqual([]);
  });
});
