import { ReadModels } from './read-models.js';
import { TestLog, uuid, type Telling } from './testing/test-log.js';
import type { View } from './types.js';

const town = uuid(1);
const measure = uuid(3);
const noon = (day: string) => `${day}T12:00:00.000Z`;
const entry = (type: string, on: string, data: object = {}, recorded = on): Telling => ({
  ...{ stream: `measure-${measure}`, type, data, on, at: noon(recorded) },
});
const record = (stream: string, type: string, data: object = {}): Telling => ({
  ...{ stream, type, data, at: noon('2024-01-01') },
});
const on = (asOf: string, more: Partial<View> = {}): View => ({ asOf, viewer: 'public', ...more });

describe('what a history says that nobody recorded', () => {
  let log: TestLog;
  let models: ReadModels;
  const tell = async (...tellings: readonly Telling[]) => {
    const ids = await log.tell(...tellings);
    await models.waitUntil((await log.store.lastPosition()) ?? '');
    return ids;
  };
  const lines = (view: View) => models.computedLines(measure, view);

  beforeEach(async () => {
    log = await TestLog.open();
    models = await ReadModels.openInThread({ log: log.store, views: log.views() });
    await tell(
      record(`municipality-${town}`, 'MunicipalityFounded', { text: { name: 'Town' } }),
      record(`municipality-${town}`, 'MunicipalityPublished'),
      record(`measure-${measure}`, 'MeasureRecorded', {
        ...{ municipality: town, text: { title: 'Trees' } },
      }),
      record(`measure-${measure}`, 'MeasurePublished'),
    );
  });
  afterEach(async () => {
    await models.close();
    await log.close();
  });

  it('is since when it is late, by which date, and until when', async () => {
    const [planned] = await tell(
      entry('MeasureImplementationPlanned', '2024-02-01', { plannedEnd: '2024-03' }),
      entry('MeasureImplementationStarted', '2024-03-01'),
    );
    const late = { kind: 'late', which: 'end', planned: '2024-03', entry: planned };
    expect(lines(on('2024-03-31'))).toEqual([]);
    expect(lines(on('2024-04-01'))).toEqual([{ ...late, from: '2024-04-01', until: null }]);
    await tell(entry('MeasureProgressReported', '2024-05-01', { percent: 90 }));
    await tell(entry('MeasureImplementationCompleted', '2024-06-10'));
    expect(lines(on('2024-06-09'))).toEqual([{ ...late, from: '2024-04-01', until: null }]);
    expect(lines(on('2024-06-10'))).toEqual([{ ...late, from: '2024-04-01', until: '2024-06-10' }]);
  });

  it('begins anew with a new date that has passed as well', async () => {
    await tell(
      entry('MeasureImplementationPlanned', '2024-02-01', { plannedStart: '2024-03' }),
      entry('MeasureRescheduled', '2024-05-01', { plannedStart: '2024-04', plannedEnd: '2024-12' }),
    );
    expect(lines(on('2024-06-01'))).toMatchObject([
      { which: 'start', planned: '2024-04', from: '2024-05-01', until: null },
      { which: 'start', planned: '2024-03', from: '2024-04-01', until: '2024-05-01' },
    ]);
  });

  it('is since when nothing was recorded for too long, until something is', async () => {
    await tell(entry('MeasureCheckedUnchanged', '2024-02-01'));
    expect(lines(on('2024-07-29'))).toEqual([]);
    const stale = { kind: 'stale', from: '2024-07-30' };
    expect(lines(on('2024-07-30'))).toEqual([{ ...stale, until: null }]);
    await tell(entry('MeasureCheckedUnchanged', '2024-09-01'));
    expect(lines(on('2024-10-01'))).toEqual([{ ...stale, until: '2024-09-01' }]);
    expect(lines(on('2024-08-15'))).toEqual([{ ...stale, until: null }]);
  });

  it('is what was known then, and seen by whoever may see the measure', async () => {
    await tell(
      entry('MeasureImplementationPlanned', '2024-02-01', { plannedEnd: '2024-03' }),
      entry('MeasureImplementationCompleted', '2024-03-20', {}, '2024-05-20'),
    );
    const known = { knownAt: Date.parse(noon('2024-05-01')) };
    expect(lines(on('2024-06-01'))).toEqual([]);
    expect(lines(on('2024-06-01', known))).toMatchObject([{ kind: 'late', from: '2024-04-01' }]);
    await tell(record(`measure-${measure}`, 'MeasureUnpublished', { text: { reason: 'x' } }));
    expect(lines(on('2024-06-01', known))).toEqual([]);
    expect(lines(on('2024-06-01', { ...known, viewer: { drafts: [town] } }))).toHaveLength(1);
  });
});
