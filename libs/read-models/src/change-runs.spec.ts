import { ReadModels } from './read-models.js';
import { TestLog, type Telling, uuid } from './testing/test-log.js';
import type { ChangeRun, View } from './types.js';

const town = uuid(1);
const [anna, ben] = [uuid(0xa), uuid(0xb)];
const by = (person: string | undefined) => ({ metadata: { actor: { person, role: 'MONITOR' } } });
const clock = (day: string, time: string) => `${day}T${time}:00.000Z`;
const on = (asOf: string, more: Partial<View> = {}): View => ({ asOf, viewer: 'public', ...more });

const first = '2024-03-01';
const measures = Array.from({ length: 60 }, (_, n) => uuid(100 + n));
const of = (measure: string, type: string, at: string, data: object = {}): Telling => ({
  ...{ stream: `measure-${measure}`, type, data, at },
});

const beginning: Telling[] = [
  ...['MunicipalityFounded', 'MunicipalityPublished'].map((type) => ({
    ...{ stream: `municipality-${town}`, type, at: clock(first, '08:00'), ...by(anna) },
    data: type === 'MunicipalityFounded' ? { text: { name: 'Laufstadt' } } : {},
  })),
  ...measures.map((id, n) => ({
    ...of(id, 'MeasureRecorded', clock(first, '09:00'), {
      ...{ municipality: town, text: { title: `Maßnahme ${n}` } },
    }),
    ...by(anna),
  })),
  // All but the last, which stays a draft.
  ...measures
    .slice(0, -1)
    .map((id) => ({ ...of(id, 'MeasurePublished', clock(first, '10:00')), ...by(anna) })),
];

const told = (runs: readonly ChangeRun[]) =>
  runs.map(({ type, entries, measures: about }) => `${type} ${entries} ${about}`);

describe('the latest changes as a short list', () => {
  let log: TestLog;
  let models: ReadModels;
  beforeEach(async () => {
    log = await TestLog.open();
    await log.tell(...beginning);
    models = await ReadModels.openInThread({ log: log.store, views: log.views() });
  });
  afterEach(async () => {
    await models.close();
    await log.close();
  });
  const tell = async (...tellings: Telling[]) => {
    const ids = await log.tell(...tellings);
    await models.waitUntil((await log.store.lastPosition()) ?? '');
    return ids;
  };
  const runs = (view = on('2024-03-31')) =>
    told(models.latestRuns({ municipality: town }, 8, view));

  it('tells what one person recorded of one kind in one go as one, and of drafts nothing', () => {
    const published = ['MeasurePublished 59 59', 'MeasureRecorded 59 59'];
    expect(runs()).toEqual([...published, 'MunicipalityPublished 1 1', 'MunicipalityFounded 1 1']);
    expect(told(models.latestRuns({}, 1, on('2024-03-31')))).toEqual(published.slice(0, 1));
    expect(runs(on('2024-02-29'))).toEqual([]);
  });

  it('begins anew with another person, day or kind, and tells two of a kind one by one', async () => {
    const noon = clock('2024-03-05', '12:00');
    const check = (n: number, person?: string, at = noon): Telling => ({
      ...of(measures[n]!, 'MeasureCheckedUnchanged', at),
      ...by(person),
    });
    await tell(
      ...[check(1, anna), check(2, anna), check(3, ben), check(4, ben), check(5, ben)],
      ...[6, 7, 8].map((n) => check(n, ben, clock('2024-03-06', '12:00'))),
      ...[1, 2, 3].map((n) => ({
        ...of(measures[9]!, 'MeasureDescribed', clock('2024-03-07', '12:00'), {
          text: { title: `Fassung ${n}` },
        }),
        ...by(ben),
      })),
    );
    expect(runs().slice(0, 5)).toEqual([
      'MeasureDescribed 3 1',
      'MeasureCheckedUnchanged 3 3',
      'MeasureCheckedUnchanged 3 3',
      'MeasureCheckedUnchanged 1 1',
      'MeasureCheckedUnchanged 1 1',
    ]);
    expect(runs(on('2024-03-05')).slice(0, 1)).toEqual(['MeasureCheckedUnchanged 3 3']);
  });

  it('leaves out a slip that was undone at once, and keeps it where it was not yet known', async () => {
    const at = clock('2024-03-05', '12:00');
    const slip = { ...of(measures[1]!, 'MeasureImplementationCompleted', at), ...by(anna) };
    const [entry] = await tell(slip);
    const before = runs();
    expect(before[0]).toBe('MeasureImplementationCompleted 1 1');
    const voiding = (time: string, person: string) => ({
      ...of(measures[1]!, 'EntryVoided', clock('2024-03-05', time), { entry }),
      ...by(person),
    });
    await tell(voiding('12:04', anna!));
    expect(runs()[0]).toBe('MeasurePublished 59 59');
    expect(runs(on('2024-03-31', { knownAt: Date.parse(clock('2024-03-05', '12:01')) }))).toEqual(
      before,
    );
    const { items } = models.changes({ municipality: town, limit: 2 }, on('2024-03-31'));
    expect(items.map(({ type }) => type)).toEqual([
      'EntryVoided',
      'MeasureImplementationCompleted',
    ]);
  });

  it.each([
    ['by somebody else', '12:04', ben],
    ['much later', '15:04', anna],
  ])('tells of an entry that was taken back %s', async (_, time, person) => {
    const at = clock('2024-03-05', '12:00');
    const [entry] = await tell({
      ...of(measures[1]!, 'MeasureImplementationCompleted', at),
      ...by(anna),
    });
    await tell({
      ...of(measures[1]!, 'EntryVoided', clock('2024-03-05', time), { entry }),
      ...by(person),
    });
    expect(runs().slice(0, 2)).toEqual(['EntryVoided 1 1', 'MeasureImplementationCompleted 1 1']);
  });
});
