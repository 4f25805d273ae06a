import { ReadModels } from './read-models.js';
import { TestLog, uuid, type Telling } from './testing/test-log.js';
import type { EntryFilter, EntryItem, EntryPlace, View } from './types.js';

const view: View = { asOf: '2024-12-31', viewer: 'public' };
const town = uuid(1);
const measure = uuid(3);
const hidden = uuid(4);
const started = uuid(0xa1);
const correction = uuid(0xa2);

const event = (stream: string, type: string, data: object = {}, more: object = {}): Telling => ({
  ...{ stream, type, data, at: '2024-02-01T12:00:00.000Z' },
  ...more,
});
const ofMeasure = (type: string, data: object = {}, more: object = {}) =>
  event(`measure-${measure}`, type, data, more);
const happened = (occurredOn: string) => ({ metadata: { occurredOn } });

describe('the trail of a town', () => {
  let log: TestLog;
  let models: ReadModels;
  const pageOf = (filter: EntryFilter) => models.entries({ municipality: town, ...filter }, view);
  const words = (items: readonly EntryItem[]) =>
    items.map(({ type, position }) => `${type} ${position}`);

  /** From the newest page to the oldest one. */
  const walk = (filter: EntryFilter) => {
    const pages: (readonly EntryItem[])[] = [];
    for (let page: EntryPlace | undefined, more = true; more;) {
      const { items, older } = pageOf({ ...filter, ...(page ? { page } : {}) });
      pages.push(items);
      more = older !== null;
      page = { before: older ?? '' };
    }
    return pages;
  };

  beforeAll(async () => {
    log = await TestLog.open();
    models = await ReadModels.openInThread({ log: log.store, views: log.views() });
    const place = { municipality: town, text: { title: 'Bäume' } };
    await log.tell(
      event(`municipality-${town}`, 'MunicipalityFounded', { text: { name: 'Aue' } }),
      event(`municipality-${town}`, 'MunicipalityPublished'),
      ofMeasure('MeasureRecorded', place),
      ofMeasure('MeasurePublished'),
      event(`measure-${hidden}`, 'MeasureRecorded', place),
      ofMeasure('MeasureImplementationStarted', {}, { id: started, ...happened('2023-03-01') }),
      event(`measure-${hidden}`, 'MeasureImplementationStarted', {}, happened('2023-04')),
      ofMeasure('MeasureProgressReported', { percent: 10 }, happened('2023-09')),
      ofMeasure('MeasureProgressReported', { percent: 20 }, happened('2022')),
      ofMeasure('EntryCorrected', { entry: started, replacement: {} }, { id: correction }),
      ofMeasure('MeasureAssessed', { scale: 'ONE_TO_FIVE', rating: '2' }),
    );
    await models.waitUntil((await log.store.lastPosition()) ?? '');
  });
  afterAll(async () => {
    await models.close();
    await log.close();
  });

  it.each<EntryFilter>([
    {},
    { order: 'happened' },
    { kind: 'work' },
    { kind: 'work', order: 'happened' },
    { stream: `measure-${measure}` },
    { stream: `measure-${measure}`, order: 'happened' },
  ])('is the same in pages as in one, downwards and upwards: %j', (filter) => {
    const all = pageOf(filter).items;
    const pages = walk({ ...filter, limit: 2 });
    expect(words(pages.flat())).toEqual(words(all));
    expect(pages.slice(0, -1).map(({ length }) => length)).toEqual(pages.slice(1).map(() => 2));

    const oldest = pageOf({ ...filter, limit: 2, page: 'oldest' });
    expect(words(oldest.items)).toEqual(words(all.slice(-2)));
    expect(oldest.older).toBeNull();
    const above = pageOf({ ...filter, limit: 2, page: { after: oldest.newer ?? '' } });
    expect(words(above.items)).toEqual(words(all.slice(-4).slice(0, 2)));
  });

  it('tells strangers nothing of drafts', () => {
    const streams = new Set(pageOf({}).items.map(({ stream }) => stream));
    expect([...streams].sort()).toEqual([`measure-${measure}`, `municipality-${town}`]);
    expect(pageOf({ stream: `measure-${hidden}` }).items).toEqual([]);
  });

  it('stands in the order of what happened, if that is asked for', () => {
    const days = pageOf({ kind: 'work', order: 'happened' }).items.map(
      ({ occurredOn }) => occurredOn,
    );
    expect(days).toEqual(['2023-09', '2023-03-01', '2022']);
  });

  it('leads from an entry to its correction, and back', () => {
    const { items } = pageOf({});
    const byId = new Map(items.map((item) => [item.entry, item]));
    expect(byId.get(started)).toMatchObject({
      corrected: true,
      changedBy: [{ entry: correction, type: 'EntryCorrected' }],
    });
    expect(byId.get(correction)?.about).toMatchObject({ entry: started });
  });

  it('begins anew where a cursor means nothing', () => {
    const newest = pageOf({ limit: 2 });
    for (const before of ['', 'x', '2024-01-01.0000000000000003']) {
      expect(pageOf({ limit: 2, page: { before } })).toEqual(newest);
    }
  });
});
