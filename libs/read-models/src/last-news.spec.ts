import { newsNumber, newsOf } from './project/days.js';
import { ReadModels } from './read-models.js';
import { TestLog, type Telling, uuid } from './testing/test-log.js';
import type { View } from './types.js';

const view: View = { asOf: '2026-12-31', viewer: 'public' };
const imported = '2026-11-27T09:00:00.000Z';

const townOf = (number: number, name: string): Telling[] => [
  ...['MunicipalityFounded', 'MunicipalityPublished'].map((type) => ({
    ...{ stream: `municipality-${uuid(number)}`, type, at: '2026-11-01T12:00:00.000Z' },
    data: type === 'MunicipalityFounded' ? { text: { name } } : {},
  })),
];
const measureOf = (number: number, town: number, on: string | null): Telling[] => {
  const stream = `measure-${uuid(number)}`;
  const data = { municipality: uuid(town), text: { title: `Maßnahme ${number}` } };
  return [
    { stream, type: 'MeasureRecorded', data, at: imported },
    { stream, type: 'MeasurePublished', at: imported },
    { stream, type: 'MeasureImplementationStarted', on, at: imported },
  ];
};

describe('a day and how precisely it is known', () => {
  it.each([
    ['2026-11-27', null],
    ['2024-12-31', '2024'],
    ['2025-02-28', '2025-02'],
    ['2026-11-27', '2026-11-27'],
    // Before 1970 day numbers are negative.
    ['1969-12-31', '1969-12-31'],
    ['1968-12-31', '1968'],
    ['1965-05-05', null],
  ])('are one number: %s, %s', (since, on) => {
    expect(newsOf(newsNumber(since, on))).toEqual({ since, on });
  });

  it('sorts by day, the better known last', () => {
    const numbers = [
      newsNumber('1969-12-31', '1969-12-31'),
      newsNumber('2024-12-30', '2024-12-30'),
      newsNumber('2024-12-31', null),
      newsNumber('2024-12-31', '2024'),
      newsNumber('2024-12-31', '2024-12'),
      newsNumber('2024-12-31', '2024-12-31'),
      newsNumber('2025-01-01', null),
    ];
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers);
  });
});

describe('news of which the day is not known', () => {
  let log: TestLog;
  let models: ReadModels;
  beforeAll(async () => {
    log = await TestLog.open();
    await log.tell(
      ...townOf(1, 'Altstadt'),
      ...measureOf(11, 1, '2024-03'),
      ...measureOf(12, 1, null),
      ...townOf(2, 'Neustadt'),
      ...measureOf(21, 2, '2024-03'),
      ...townOf(3, 'Ödstadt'),
    );
    models = await ReadModels.openInThread({ log: log.store, views: log.views() });
  });
  afterAll(async () => {
    await models.close();
    await log.close();
  });

  it('are never given the day of the import as theirs', () => {
    const items = models.measures({ municipality: uuid(1), sort: 'lastNews' }, view).items;
    expect(items.map(({ title, lastNews }) => [title, lastNews?.on, lastNews?.recordedOn])).toEqual(
      [
        ['Maßnahme 12', null, '2026-11-27'],
        ['Maßnahme 11', '2024-03', '2026-11-27'],
      ],
    );
    expect(models.measure(uuid(12), view)?.lastNews).toMatchObject({ on: null });
  });

  it('are told of a town by the day of the entry, and as such', () => {
    const said = models
      .municipalities({}, view)
      .items.map(({ name, ...town }) => [name, town.lastNewsOn, town.lastNewsRecordedOn]);
    expect(said).toEqual([
      ['Altstadt', null, '2026-11-27'],
      ['Neustadt', '2024-03', null],
      ['Ödstadt', null, null],
    ]);
    for (const [name, lastNewsOn, lastNewsRecordedOn] of said) {
      const one = models.municipality(String(name).toLowerCase().replace('ö', 'oe'), view);
      expect(one?.municipality).toMatchObject({ lastNewsOn, lastNewsRecordedOn });
    }
  });
});
