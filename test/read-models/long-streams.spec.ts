import { ReadModels } from '@klimaspur/read-models';
import { OtherReader, TestLog, type Telling, uuid } from '@klimaspur/read-models/testing';
import { rowsOf } from './projected.js';

const town = uuid(1);
const [plan, measure, roundtable] = [
  `plan-${uuid(2)}`,
  `measure-${uuid(3)}`,
  `roundtable-${uuid(4)}`,
];
const at = '2022-01-02T12:00:00.000Z';

const founded: readonly Telling[] = [
  // By a clock that was ahead: of all that follows it is known since when, apart from when it was recorded.
  {
    ...{
      stream: `municipality-${town}`,
      type: 'MunicipalityFounded',
      at: '2022-02-01T12:00:00.000Z',
    },
    data: { text: { name: 'Town' } },
  },
  {
    ...{ stream: plan, type: 'PlanDrafted', at },
    data: { municipality: town, kind: 'HEAT', text: { title: 'Plan' } },
  },
  {
    ...{ stream: measure, type: 'MeasureRecorded', at },
    data: { municipality: town, text: { title: 'Measure' } },
  },
  {
    ...{ stream: roundtable, type: 'RoundtablePlanned', at },
    data: { municipality: town, text: { title: 'Table' } },
  },
];

/** Any order, the same in every run: no two neighbours stay together. */
const mixed = <T>(all: readonly T[]): T[] => {
  const step = Math.floor(all.length * 0.382) * 2 + 1;
  return all.map((_one, n) => all[(n * step) % all.length] as T);
};

interface Long {
  /** What is told before, and what then has to be told live. */
  readonly before: readonly Telling[];
  readonly more: readonly Telling[];
}

const entry = (n: number) => uuid(0xf00000 + n);
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

const placed = (n: number, rank: number, id?: string): Telling => ({
  ...{ stream: plan, type: 'PlanMeasurePlaced', at },
  data: { measure: uuid(0x100 + n), rank },
  ...(id === undefined ? {} : { id }),
});
const placedTwice = (count: number) => [
  ...numbers(count).map((n) => placed(n, n, entry(n))),
  ...numbers(count).map((n) => placed(n, -n)),
];
const replacedBy = (n: number, count: number): Telling => ({
  ...{ stream: plan, type: 'EntryCorrected', at },
  data: {
    entry: entry(n),
    replacement: { measure: uuid(0x100 + ((n + 1) % count)), rank: n },
    text: { reason: 'wrong' },
  },
});
const assessed = (n: number): Telling => ({
  ...{ stream: plan, type: 'PlanFieldAssessed', at },
  data: { field: uuid(0x100 + n), scale: 'TRAFFIC_LIGHT', rating: n % 3 ? 'RED' : 'GREEN' },
});

const inPlan: Record<string, (count: number) => Long> = {
  'measures placed anew': (count) => ({
    before: placedTwice(count),
    more: mixed(numbers(count)).map((n) => placed(n, 2 * n)),
  }),
  'placements corrected': (count) => ({
    before: placedTwice(count),
    more: mixed(numbers(count)).map((n) => replacedBy(n, count)),
  }),
  'fields assessed': (count) => ({
    before: numbers(count).map((n) => ({
      ...{ stream: plan, type: 'PlanFieldAdded', at },
      data: { field: uuid(0x100 + n), rank: n, text: { name: `Field ${n}` } },
    })),
    more: mixed(numbers(count)).map(assessed),
  }),
};
const inOneStory: Record<string, (count: number) => Long> = {
  'a measure': (count) => ({
    before: [],
    more: numbers(count).map((n) => ({
      ...{ stream: measure, type: 'MeasureProgressReported', at },
      data: { percent: n % 100 },
    })),
  }),
  'a round table': (count) => ({
    before: [],
    more: numbers(count).map((n) => ({
      ...{ stream: roundtable, type: 'RoundtableItemAdded', at },
      data: { item: uuid(0x100 + n), rank: n, text: { title: `Item ${n}` } },
    })),
  }),
};

/** How many events are read from the log to tell the rest; the rows are those of a file that is built anew. */
const readFor = async ({ before, more }: Long, batch?: number): Promise<number> => {
  const log = await TestLog.open();
  await log.tell(...founded, ...before);
  let read = 0;
  const reader = new OtherReader(log.store);
  const views = log.views();
  const models = await ReadModels.openInThread({
    ...{ log: reader, views },
    ...(batch === undefined ? {} : { batch }),
  });
  reader.change = (event) => {
    read++;
    return event;
  };
  await log.tell(...more);
  expect(await models.waitUntil((await log.store.lastPosition()) ?? '', 60_000)).toBe(true);
  const needed = read;
  const rows = rowsOf(views);
  await models.rebuild();
  expect(models.parked()).toEqual([]);
  expect(rowsOf(views)).toEqual(rows);
  await models.close();
  await log.close();
  return needed;
};

const FEW = 100;
const TIMES = 4;
/** Twice as much for each as with few; if each batch read the whole stream, it would be four times as much. */
const most = (few: number) => few * TIMES * 2;

describe('many entries written into one stream', () => {
  it.each(Object.entries(inPlan))(
    'are told without reading the plan again for each batch: %s',
    async (_what, long) => {
      const few = await readFor(long(FEW), 16);
      expect(await readFor(long(FEW * TIMES), 16)).toBeLessThan(most(few));
    },
  );

  it.each(Object.entries(inOneStory))(
    'are told in larger batches, since each reads all of it: %s',
    async (_what, long) => {
      const few = await readFor(long(FEW));
      expect(await readFor(long(FEW * TIMES))).toBeLessThan(most(few));
    },
  );
});
