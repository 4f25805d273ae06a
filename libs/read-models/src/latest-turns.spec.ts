import { ReadModels } from './read-models.js';
import { TestLog, type Telling, uuid } from './testing/test-log.js';
import type { LatestTurns, View } from './types.js';

const town = uuid(1);
const inTown = (type: string, data: object): Telling => ({
  ...{ stream: `municipality-${town}`, type, data, at: '2022-01-02T12:00:00.000Z' },
});
const begins = (id: string, title: string): Telling[] => [
  {
    ...{ stream: `measure-${id}`, type: 'MeasureRecorded', at: '2022-01-02T12:00:00.000Z' },
    data: { municipality: town, text: { title } },
  },
  { stream: `measure-${id}`, type: 'MeasurePublished', at: '2022-01-02T12:00:00.000Z' },
];
const then = (id: string, type: string, on: string | null, data = {}, at?: string): Telling => ({
  ...{ stream: `measure-${id}`, type, data, on },
  ...(at === undefined ? {} : { at }),
});
const adopts = { effect: 'ADOPTS', scope: 'FULL', final: true };
const inPrinciple = { effect: 'ADOPTS', scope: 'IN_PRINCIPLE', final: true };

const [early, late, stopped, told, draft, undated, listed] = [2, 3, 4, 5, 6, 7, 8].map(uuid) as [
  ...[string, string, string, string, string, string, string],
];

const story: Telling[] = [
  inTown('MunicipalityFounded', { text: { name: 'Teststadt' } }),
  inTown('MunicipalityPublished', {}),
  ...begins(early, 'Radweg'),
  ...begins(late, 'Solardach'),
  ...begins(stopped, 'Baumreihe'),
  ...begins(told, 'Buslinie'),
  ...begins(draft, 'Entwurf').slice(0, 1),
  ...begins(undated, 'Aus der Liste'),
  ...begins(listed, 'Auch aus der Liste'),
  then(early, 'MeasureDecided', '2022-03-01', adopts),
  then(late, 'MeasureDecided', '2022-06-01', inPrinciple),
  then(draft, 'MeasureDecided', '2022-07-01', adopts),
  then(undated, 'MeasureDecided', null, adopts, '2022-08-01T12:00:00.000Z'),
  then(listed, 'MeasureDelayReported', null, {}, '2022-12-24T12:00:00.000Z'),
  then(early, 'MeasureImplementationCompleted', '2023-02'),
  // News about it moves no day: it was finished in February.
  then(early, 'MeasureCheckedUnchanged', '2023-06-01'),
  then(late, 'MeasureImplementationPlanned', '2022-07-01', { plannedEnd: '2022-12' }),
  then(stopped, 'MeasureImplementationStarted', '2022-04-01'),
  then(stopped, 'MeasureImplementationPaused', '2022-10-01'),
  then(told, 'MeasureImplementationStarted', '2022-04-01'),
  then(told, 'MeasureDelayReported', '2022-11-15', { reason: 'STAFF' }),
];

const on = (asOf: string, more: Partial<View> = {}): View => ({ asOf, viewer: 'public', ...more });
const said = (turns: LatestTurns) =>
  Object.fromEntries(
    Object.entries(turns).map(([kind, all]) => [
      kind,
      all.map(({ measure, on: day, since }) => `${measure.title} ${day ?? `? (${since})`}`),
    ]),
  );

describe('what turned last in a town', () => {
  let log: TestLog;
  let models: ReadModels;
  beforeAll(async () => {
    log = await TestLog.open();
    await log.tell(...story);
    models = await ReadModels.openInThread({ log: log.store, views: log.views() });
  });
  afterAll(async () => {
    await models.close();
    await log.close();
  });

  it('is told by the day it happened, where that is known first, good news and bad alike, computed lateness too', () => {
    expect(said(models.latestTurns(town, 4, on('2023-07-01')))).toEqual({
      adopted: ['Solardach 2022-06-01', 'Radweg 2022-03-01', 'Aus der Liste ? (2022-08-01)'],
      completed: ['Radweg 2023-02'],
      delayed: [
        ...['Solardach 2023-01-01', 'Buslinie 2022-11-15', 'Baumreihe 2022-10-01'],
        'Auch aus der Liste ? (2022-12-24)',
      ],
    });
  });

  it('is asked for as of any day, and no more of it than is wanted', () => {
    expect(said(models.latestTurns(town, 4, on('2022-12-31')))).toEqual({
      adopted: ['Solardach 2022-06-01', 'Radweg 2022-03-01', 'Aus der Liste ? (2022-08-01)'],
      completed: [],
      delayed: [
        ...['Buslinie 2022-11-15', 'Baumreihe 2022-10-01'],
        'Auch aus der Liste ? (2022-12-24)',
      ],
    });
    expect(said(models.latestTurns('teststadt', 1, on('2023-07-01')))).toEqual({
      adopted: ['Solardach 2022-06-01'],
      completed: ['Radweg 2023-02'],
      delayed: ['Solardach 2023-01-01'],
    });
  });

  it('shows drafts to those who work on them alone', () => {
    const { adopted } = said(
      models.latestTurns(town, 4, on('2023-07-01', { viewer: { drafts: [town] } })),
    );
    expect(adopted?.slice(0, 3)).toEqual([
      ...['Entwurf 2022-07-01', 'Solardach 2022-06-01', 'Radweg 2022-03-01'],
    ]);
  });
});
