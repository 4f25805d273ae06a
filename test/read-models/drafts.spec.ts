import { type ChangedTown, ReadModels, type View } from '@klimaspur/read-models';
import { TestLog, uuid, type Telling } from '@klimaspur/read-models/testing';

const marker = (n: number) => `Geheimwort${n}`;
const everyMarker = /Geheimwort\d+|dddd/;

const event = (stream: string, type: string, data: object = {}): Telling => ({
  ...{ stream, type, data },
  at: '2023-01-01T12:00:00.000Z',
});
const townEvents = (id: string, name: string, published: boolean): Telling[] => [
  event(`municipality-${id}`, 'MunicipalityFounded', {
    text: { name, source: { system: 'LocalZero', key: name } },
  }),
  event(`municipality-${id}`, 'MunicipalityDescribed', {
    text: { teaser: name, description: name },
  }),
  ...(published ? [event(`municipality-${id}`, 'MunicipalityPublished')] : []),
];
const planEvents = (id: string, municipality: string, title: string, published: boolean) => [
  event(`plan-${id}`, 'PlanDrafted', { municipality, kind: 'HEAT', text: { title } }),
  event(`plan-${id}`, 'PlanFieldAdded', { field: fieldOf(id), rank: 1, text: { name: title } }),
  ...(published ? [event(`plan-${id}`, 'PlanPublished')] : []),
];
const fieldOf = (plan: string) => plan.replace('7000', '7001');
const measureEvents = (id: string, municipality: string, title: string, published: boolean) => [
  event(`measure-${id}`, 'MeasureRecorded', { municipality, text: { title } }),
  event(`measure-${id}`, 'MeasureDescribed', { text: { title, description: `${title} suchbar` } }),
  event(`measure-${id}`, 'MeasureImplementationStarted', { text: { note: title } }),
  event(`measure-${id}`, 'MeasureAssessed', { scale: 'ONE_TO_FIVE', rating: '2' }),
  event(`measure-${id}`, 'MeasureRescheduled', { plannedEnd: '2024' }),
  event(`measure-${id}`, 'MeasureRescheduled', { plannedEnd: '2026' }),
  ...(published ? [event(`measure-${id}`, 'MeasurePublished')] : []),
];
const placed = (plan: string, measure: string, number: string) =>
  event(`plan-${plan}`, 'PlanMeasurePlaced', {
    measure,
    field: fieldOf(plan),
    rank: 1,
    text: { number },
  });

const openTown = uuid(0x1);
const draftTown = uuid(0xdddd1);
const openPlan = uuid(0x2);
const draftPlan = uuid(0xdddd2);
const shown = uuid(0x3);
const draft = uuid(0xdddd3);
const inDraftTown = uuid(0xdddd4);
const inDraftPlanOnly = uuid(0x5);
const otherTown = uuid(0x6);
const otherTowns = uuid(0x7);
const recordedThere = { municipality: otherTown, text: { title: 'Anderswo' } };

/** A plan's number of entries is for those who see them all: the doors leave it out. */
const withoutRevisions = (key: string, value: unknown) => (key === 'revision' ? undefined : value);

describe('drafts', () => {
  let log: TestLog;
  let models: ReadModels;

  beforeAll(async () => {
    log = await TestLog.open();
    await log.tell(
      ...townEvents(openTown, 'Offenstadt', true),
      ...townEvents(draftTown, marker(1), false),
      ...townEvents(otherTown, 'Anderstadt', true),
      ...planEvents(openPlan, openTown, 'Plan', true),
      ...planEvents(draftPlan, openTown, marker(2), false),
      ...measureEvents(shown, openTown, 'Gezeigt', true),
      ...measureEvents(draft, openTown, marker(3), false),
      ...measureEvents(inDraftTown, draftTown, marker(4), true),
      ...measureEvents(inDraftPlanOnly, openTown, 'Auch gezeigt', true),
      placed(openPlan, shown, 'A1'),
      placed(openPlan, draft, marker(5)),
      placed(draftPlan, inDraftPlanOnly, marker(6)),
      placed(draftPlan, shown, marker(7)),
    );
    models = await ReadModels.openInThread({ log: log.store, views: log.views() });
  });
  afterAll(async () => {
    await models.close();
    await log.close();
  });

  const towns = [openTown, draftTown, 'offenstadt', 'geheimwort1'];
  const measures = [shown, draft, inDraftTown, inDraftPlanOnly];
  const plans = [openPlan, draftPlan, undefined];
  const sorts = ['plan', 'title', 'status', 'lastNews', 'plannedEnd'] as const;

  /** Every question there is, with everything one could name. */
  const allAnswers = (view: View): unknown[] => [
    models.municipalities({}, view),
    models.municipalities({ q: 'geheim' }, view),
    ...towns.flatMap((town) => [
      models.municipality(town, view),
      models.statusOverTime(town, { from: '2022-12-01', to: '2023-02-01' }, view),
      models.changes({ municipality: town }, view),
      [...models.exportRows({ municipality: town }, view)],
      ...plans.flatMap((plan) => [
        models.stagesOverTime(town, { plan, from: '2022-12-01' }, view),
        models.assessmentsOverTime(town, { plan, from: '2022-12-01' }, view),
        models.movedDates(town, { plan }, view),
        models.progress(town, { plan }, view),
        models.progress(town, { plan, field: plan && fieldOf(plan) }, view),
        ...sorts.map((sort) => models.measures({ municipality: town, plan, sort }, view)),
        models.measures({ municipality: town, field: plan ? fieldOf(plan) : 'none' }, view),
      ]),
    ]),
    ...plans.map((plan) => models.measures({ plan }, view)),
    ...sorts.map((sort) => models.measures({ sort }, view)),
    ...['geheimwort', 'suchbar', 'ge', marker(6)].map((q) => models.measures({ q }, view)),
    models.measures({ q: marker(5), municipality: openTown }, view),
    ...measures.flatMap((id) => [models.measure(id, view), models.changes({ measure: id }, view)]),
    models.changes({ limit: 500 }, view),
    [...models.exportRows({}, view)],
  ];

  const moments: Omit<View, 'viewer'>[] = [
    { asOf: '2024-01-01' },
    { asOf: '2023-01-01', knownAt: Date.parse('2023-06-01T00:00:00.000Z') },
  ];

  it.each(moments)('never reach the public, whatever is asked (%o)', (moment) => {
    const answers = JSON.stringify(allAnswers({ ...moment, viewer: 'public' }));
    expect(answers).toContain('Gezeigt');
    expect(answers.match(everyMarker)).toBeNull();
  });

  it('are not counted for the public', () => {
    const view: View = { asOf: '2024-01-01', viewer: 'public' };
    expect(models.progress(openTown, {}, view).counts.total).toBe(2);
    expect(models.measures({}, view).total).toBe(2);
    expect(models.measures({ q: 'suchbar' }, view).total).toBe(2);
    expect(models.progress(draftTown, {}, view).counts.total).toBe(0);
    const ofTrends = (town: string) => [
      models.stagesOverTime(town, {}, view)[0]?.begunUndecided,
      models.assessmentsOverTime(town, {}, view)[0]?.assessed,
      models.movedDates(town, {}, view).total,
    ];
    expect(ofTrends(openTown)).toEqual([2, 2, 2]);
    expect(ofTrends(draftTown)).toEqual([0, 0, 0]);
    expect(models.progress(draftTown, {}, view).recordedSince).toBeNull();
  });

  it('are seen by those who may see the drafts of that town, and of no other', () => {
    const view: View = { asOf: '2024-01-01', viewer: { drafts: [openTown] } };
    expect(models.measure(draft, view)?.title).toBe(marker(3));
    expect(models.progress(openTown, {}, view).counts.total).toBe(3);
    const answers = JSON.stringify(allAnswers(view));
    for (const seen of [2, 3, 5, 6, 7]) expect(answers).toContain(marker(seen));
    for (const hidden of [1, 4]) expect(answers).not.toContain(marker(hidden));
    expect(models.measures({}, { ...view, viewer: { drafts: 'all' } }).total).toBe(4);
  });

  /** What an import of these measures into the open plan leaves behind. */
  const imported = (run: number, measures: readonly string[], title = marker(8)): Telling[] => {
    const metadata = { correlationId: uuid(run) };
    const data = { format: 'LOCALZERO', fields: 2, measures: measures.length };
    return [
      ...measures.map((id) => ({
        ...event(`measure-${id}`, 'MeasureDescribed', { text: { title, teaser: 'Neu' } }),
        metadata,
      })),
      { ...event(`plan-${openPlan}`, 'PlanImportCompleted', data), metadata },
    ];
  };
  const heard: ChangedTown[] = [];
  const tell = async (...tellings: readonly Telling[]) => {
    heard.length = 0;
    const leave = models.onChange(({ changed }) => heard.push(...changed));
    await log.tell(...tellings);
    await models.waitUntil((await log.store.lastPosition()) ?? '');
    leave();
  };

  it('change nothing that strangers are told, however many are written', async () => {
    const strangers: View = { asOf: '2024-01-01', viewer: 'public' };
    const told = () =>
      allAnswers(strangers).map((answer) => JSON.stringify(answer, withoutRevisions));
    const before = told();
    const more = [uuid(0xdddd5), uuid(0xdddd6)];
    await tell(
      ...more.flatMap((id) => [
        ...measureEvents(id, openTown, marker(8), false),
        placed(openPlan, id, marker(8)),
      ]),
      ...imported(0x71, more),
      ...imported(0x72, []),
      event(`plan-${draftPlan}`, 'PlanDescribed', { kind: 'HEAT', text: { title: marker(8) } }),
    );
    expect(told()).toEqual(before);
    expect(heard.map(({ toAll }) => toAll)).not.toContain(true);
    const seeing: View = { ...strangers, viewer: { drafts: [openTown] } };
    const imports = models.changes({ municipality: openTown, limit: 500 }, seeing).items;
    expect(imports.filter(({ type }) => type === 'PlanImportCompleted')).toHaveLength(2);
  });

  it('are not told of by what the same import brought to another town, or published later', async () => {
    const run = { correlationId: uuid(0x74) };
    const data = { format: 'LOCALZERO', fields: 0, measures: 1 };
    await tell(
      {
        ...event(`measure-${draft}`, 'MeasureDescribed', { text: { title: marker(3) } }),
        metadata: run,
      },
      { ...event(`plan-${openPlan}`, 'PlanImportCompleted', data), metadata: run },
      { ...event(`measure-${otherTowns}`, 'MeasureRecorded', recordedThere), metadata: run },
      { ...event(`measure-${otherTowns}`, 'MeasurePublished'), metadata: run },
      { ...event(`measure-${shown}`, 'MeasurePublished'), metadata: run },
    );
    const told = () =>
      models
        .changes({ municipality: openTown, limit: 500 }, { asOf: '2024-01-01', viewer: 'public' })
        .items.filter(({ type }) => type === 'PlanImportCompleted').length;
    expect(told()).toBe(0);
    await models.rebuild();
    expect(told()).toBe(0);
  });

  it('do not hide an import that brought something public as well', async () => {
    await tell(...imported(0x73, [draft, inDraftPlanOnly], marker(3)));
    const { items } = models.changes(
      { municipality: openTown },
      { asOf: '2024-01-01', viewer: 'public' },
    );
    expect(items[0]?.type).toBe('PlanImportCompleted');
    expect(heard).toContainEqual({ municipality: openTown, toAll: true });
  });

  it('become visible, and vanish again, for every day of the past', async () => {
    const past: View = { asOf: '2023-01-01', viewer: 'public' };
    await log.tell(event(`measure-${draft}`, 'MeasurePublished'));
    await models.waitUntil((await log.store.lastPosition()) ?? '', 60_000);
    expect(models.measure(draft, past)?.title).toBe(marker(3));
    await log.tell(event(`measure-${draft}`, 'MeasureUnpublished', { text: { reason: 'no' } }));
    await log.tell(
      event(`municipality-${openTown}`, 'MunicipalityUnpublished', { text: { reason: 'no' } }),
    );
    await models.waitUntil((await log.store.lastPosition()) ?? '', 60_000);
    expect(JSON.stringify(allAnswers(past))).not.toContain('ezeigt');
  });
});
