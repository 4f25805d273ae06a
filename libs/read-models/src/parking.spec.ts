import { ReadModels } from './read-models.js';
import { OtherReader } from './testing/other-reader.js';
import { TestLog, uuid, type Telling } from './testing/test-log.js';

const town = uuid(1);
const [solar, heat] = [uuid(2), uuid(3)];
const view = { asOf: '2024-06-01', viewer: 'public' } as const;

const ofMeasure = (id: string, type: string, data: object = {}): Telling => ({
  stream: `measure-${id}`,
  type,
  data,
});
const history: Telling[] = [
  {
    stream: `municipality-${town}`,
    type: 'MunicipalityFounded',
    data: { text: { name: 'Stadt' } },
  },
  { stream: `municipality-${town}`, type: 'MunicipalityPublished' },
  ...[solar, heat].flatMap((id) => [
    ofMeasure(id, 'MeasureRecorded', { municipality: town, text: { title: `Title ${id}` } }),
    ofMeasure(id, 'MeasurePublished'),
  ]),
];
/** No door lets this through: somebody wrote it by hand. */
const poisoned = ofMeasure(solar, 'MeasureDescribed', { text: { title: 5 } });

let log: TestLog;
let reader: OtherReader;
let models: ReadModels;

const open = async (triedAgainAfterMs: readonly number[] = []) => {
  models = await ReadModels.openInThread({ log: reader, views: log.views(), triedAgainAfterMs });
};
const follow = async () => {
  expect(await models.waitUntil((await log.store.lastPosition()) ?? '', 60_000)).toBe(true);
};
const standing = (id: string) => models.measure(id, view)?.implementation;

beforeEach(async () => {
  log = await TestLog.open();
  await log.tell(...history);
  reader = new OtherReader(log.store);
});
afterEach(async () => {
  await models.close();
  await log.close();
});

describe('an event that cannot be told', () => {
  it('parks its stream, which stays as it was, and stops no other', async () => {
    await open();
    await log.tell(poisoned, ofMeasure(solar, 'MeasureImplementationStarted'));
    const [other] = await log.tell(ofMeasure(heat, 'MeasureImplementationStarted'));
    expect(other).toBeDefined();
    await follow();
    expect(models.status).toMatchObject({ life: 'parked', parked: 1 });
    expect(models.failing).toBeNull();
    expect(models.parked()).toMatchObject([
      {
        ...{ stream: `measure-${solar}`, type: 'MeasureDescribed', revision: 2, tries: 1 },
        error: expect.stringMatching(/./),
      },
    ]);
    expect(models.measure(solar, view)?.title).toBe(`Title ${solar}`);
    expect([standing(solar), standing(heat)]).toEqual(['UNKNOWN', 'IN_PROGRESS']);
    await log.tell(ofMeasure(heat, 'MeasureImplementationCompleted'));
    await follow();
    expect(standing(heat)).toBe('COMPLETED');
  });

  it('is found by whoever starts or builds anew, and known since when', async () => {
    await log.tell(poisoned);
    await open();
    const [first] = models.parked();
    await models.rebuild();
    expect(models.parked()).toEqual([{ ...first, tries: 2 }]);
    await models.close();
    await open();
    expect(models.parked()).toEqual([{ ...first, tries: 3 }]);
  });

  it('is told once the program or the log is mended, with all that came behind it', async () => {
    await log.tell(poisoned, ofMeasure(solar, 'MeasureImplementationStarted'));
    await open();
    const edition = models.edition;
    expect(await models.replay(`measure-${solar}`)).toBe(false);
    reader.change = (event) =>
      event.type === 'MeasureDescribed' ? { ...event, data: { text: { title: 'Mended' } } } : event;
    expect(await models.replay(`measure-${solar}`)).toBe(true);
    expect(models.parked()).toEqual([]);
    expect(models.status.life).toBe('live');
    expect(models.edition).toBeGreaterThan(edition);
    expect(models.measure(solar, view)?.title).toBe('Mended');
    expect(standing(solar)).toBe('IN_PROGRESS');
    const { items } = models.measures({ implementation: ['IN_PROGRESS'] }, view);
    expect(items.map(({ id }) => id)).toEqual([solar]);
  });

  it('is told by a program that can, as soon as that starts', async () => {
    await log.tell(poisoned);
    await open();
    await models.close();
    reader.change = (event) =>
      event.type === 'MeasureDescribed' ? { ...event, data: { text: { title: 'Mended' } } } : event;
    await open();
    expect(models.parked()).toEqual([]);
    expect(models.measure(solar, view)?.title).toBe('Mended');
  });

  it('is tried again before it is left', async () => {
    await log.tell(poisoned);
    await open([1, 1]);
    while (models.parked()[0]!.tries < 3) await new Promise(setImmediate);
    expect(models.status.retries).toBeGreaterThanOrEqual(2);
  });

  const noted = (note: unknown) => ({
    stream: `measure-${solar}`,
    type: 'MeasureCheckedUnchanged',
    data: { text: { note } },
  });
  it.each([
    ['a note', noted(['x', 'y'])],
    ['evidence', { ...noted(''), data: { text: { evidence: [{ kind: 'paper', title: 5 }] } } }],
    ['a day', ofMeasure(solar, 'MeasureRescheduled', { plannedEnd: '2024-02-30' })],
    ['a word', ofMeasure(solar, 'MeasureAssessed', { scale: 'constructor', rating: 'x' })],
    ['an author', { ...noted('x'), metadata: { actor: { person: uuid(9), role: true } } }],
    ['texts', ofMeasure(solar, 'MeasureDescribed', { text: 'Title' })],
  ])('is one with %s of another kind, which pages could not show', async (_what, told) => {
    await open();
    await log.tell(told, ofMeasure(heat, 'MeasureImplementationStarted'));
    await follow();
    expect(models.parked()).toMatchObject([
      { stream: `measure-${solar}`, revision: 2, error: expect.stringMatching(/^(meta)?data\./) },
    ]);
    expect(standing(heat)).toBe('IN_PROGRESS');
  });

  it.each([
    ['MeasureSplit', 'into'],
    ['EntryVoided', 'entry'],
  ])('is named by what it lacks, where that stops the telling: %s', async (type, path) => {
    await open();
    await log.tell(ofMeasure(solar, type));
    await follow();
    expect(models.parked()).toMatchObject([
      { revision: 2, error: expect.stringMatching(`^data.${path} is missing: `) },
    ]);
  });

  it('is one that corrects an entry into less than that', async () => {
    await open();
    const ofPlan = (type: string, data: object) => ({ stream: `plan-${uuid(7)}`, type, data });
    const [, merged] = await log.tell(
      ofPlan('PlanDrafted', { municipality: town, text: { title: 'Plan' } }),
      ofPlan('PlanMeasuresMerged', { measures: [solar], into: heat }),
    );
    const data = { entry: merged, replacement: {}, text: { reason: 'x' } };
    await log.tell(ofPlan('EntryCorrected', data));
    await follow();
    expect(models.parked()).toMatchObject([
      { error: expect.stringMatching(/^data\.replacement\.measures is missing: /) },
    ]);
  });

  it('is one that corrects an entry into something of another kind', async () => {
    await open();
    const [dated] = await log.tell(ofMeasure(solar, 'MeasureRescheduled', { plannedEnd: '2025' }));
    const data = { entry: dated, replacement: { plannedEnd: 5 }, text: { reason: 'x' } };
    await log.tell(ofMeasure(solar, 'EntryCorrected', data));
    await follow();
    expect(models.parked()).toMatchObject([
      { error: 'data.replacement.plannedEnd is of another kind' },
    ]);
  });

  it('is none where a later program added a field', async () => {
    await open();
    await log.tell(ofMeasure(solar, 'MeasureImplementationStarted', { mood: { deep: [1] } }));
    await follow();
    expect(models.parked()).toEqual([]);
    expect(standing(solar)).toBe('IN_PROGRESS');
  });

  it.each([
    ['no instant', { recordedAt: 'yesterday' }],
    ['no day', { occurredOn: 'some day' }],
    ['no instant at all', { recordedAt: null }],
  ])('parks its stream with %s, and leaves the clock of the log alone', async (_what, metadata) => {
    await open();
    await log.tell({ ...ofMeasure(solar, 'MeasureImplementationStarted'), metadata });
    await log.tell(ofMeasure(heat, 'MeasureImplementationStarted'));
    await follow();
    expect(models.parked()).toMatchObject([{ stream: `measure-${solar}`, revision: 2 }]);
    expect(standing(heat)).toBe('IN_PROGRESS');
    await models.rebuild();
    expect(models.parked()).toMatchObject([{ revision: 2 }]);
    const { tries } = models.parked()[0]!;
    expect(await models.replay(`measure-${solar}`)).toBe(false);
    expect(models.parked()).toMatchObject([{ tries: tries + 1 }]);
    expect(standing(heat)).toBe('IN_PROGRESS');
    reader.change = (event) => ({
      ...event,
      metadata: { ...event.metadata, recordedAt: '2024-01-01T12:00:00.000Z', occurredOn: null },
    });
    expect(await models.replay(`measure-${solar}`)).toBe(true);
    expect(standing(solar)).toBe('IN_PROGRESS');
  });
});

describe('a log that cannot be read', () => {
  it('was not told, so nobody is shown an empty town', async () => {
    reader.broken = new Error('The disk is gone');
    await open();
    let isTold = false;
    void models.first().then(() => (isTold = true));
    while (models.failing === null) await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(isTold).toBe(false);
    reader.broken = undefined;
    await follow();
    await models.first();
    expect(models.measure(heat, view)?.title).toBe(`Title ${heat}`);
  });

  it('is no fault of an event: it is read again until that goes', async () => {
    await open();
    reader.broken = new Error('The disk is gone');
    await log.tell(ofMeasure(solar, 'MeasureImplementationStarted'));
    models.wake();
    while (models.failing === null) await new Promise(setImmediate);
    expect(models.failing).toContain('The disk is gone');
    expect(models.status.fault).toMatchObject({ at: expect.stringContaining('T') });
    expect(models.parked()).toEqual([]);
    await expect(models.rebuild()).rejects.toThrow('The disk is gone');
    expect(standing(solar)).toBe('UNKNOWN');
    reader.broken = undefined;
    await follow();
    const life = (): string => models.status.life;
    while (life() !== 'live') await new Promise(setImmediate);
    expect(models.status.parked).toBe(0);
    expect(models.failing).toBeNull();
    expect(standing(solar)).toBe('IN_PROGRESS');
  });
});
