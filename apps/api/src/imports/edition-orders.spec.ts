import { jest } from '@jest/globals';
import * as fc from 'fast-check';
import { measureState, timeline, type Past } from '@klimaspur/domain';
import { openEventStore, type EventStore } from '@klimaspur/event-store';
import { importList } from './testing/import-list.js';

jest.setTimeout(120_000);

let store: EventStore;
beforeEach(async () => {
  store = await openEventStore('sqlite::memory:');
});
afterEach(() => store.close());

const day = (index: number) => `2024-0${index + 1}-15`;

/** Each edition says one word of the only measure; they come in this order, into an empty log. */
const arrive = async (story: readonly string[], order: readonly number[]) => {
  await store.close();
  store = await openEventStore('sqlite::memory:');
  return again(story, order);
};
const again = async (story: readonly string[], order: readonly number[]) => {
  const reports = [];
  for (const index of order) {
    const row = `1;Radwege;${story[index]}`;
    reports.push(await importList(store, ['Nr.;Titel;Status', row], day(index)));
  }
  return reports;
};

const events = () => store.readAll(null, 10_000);
const statesOf = async (story: readonly string[]) => {
  const all = await events();
  const { stream } = all.find(({ type }) => type === 'MeasureRecorded')!;
  const past = all.filter((event) => event.stream === stream) as unknown as Past[];
  return story.map((_, index) => {
    const state = measureState(timeline(past, { asOf: day(index) }));
    const { implementation, delay, percent } = state;
    return [implementation.value, delay !== null, percent];
  });
};

const anyOrder = (story: readonly string[]) =>
  fc.shuffledSubarray([...story.keys()], { minLength: story.length });

const words = [
  ...['geplant', 'in Arbeit', 'verzögert', 'ruht', 'erledigt', 'eingestellt', '40 %', ''],
  ...['in Arbeit, verzögert', 'in Arbeit: Vergabe läuft'],
];
const anyEditions = fc
  .array(fc.constantFrom(...words), { minLength: 2, maxLength: 5 })
  .chain((story) => fc.tuple(fc.constant(story), anyOrder(story), anyOrder(story)));

type Case = [string[], number[], number[]];
const examples: readonly Case[] = [
  [
    ['ruht', 'verzögert', '', 'in Arbeit', 'in Arbeit, verzögert'],
    [0, 4, 2, 3, 1],
    [3, 0, 2, 4, 1],
  ],
  [
    ['erledigt', 'eingestellt', 'verzögert'],
    [2, 0, 1],
    [0, 1, 2],
  ],
  [
    ['in Arbeit: Vergabe läuft', 'erledigt', 'in Arbeit: Vergabe läuft'],
    [0, 2, 1],
    [2, 0, 1],
  ],
  [
    ['ruht', 'verzögert', 'in Arbeit: Vergabe läuft'],
    [0, 2, 1],
    [1, 2, 0],
  ],
  [
    ['in Arbeit, verzögert', 'geplant', '40 %', 'geplant', 'ruht'],
    [4, 1, 3, 0, 2],
    [0, 1, 2, 4, 3],
  ],
  [
    ['in Arbeit, verzögert', 'ruht', 'geplant', '', 'geplant'],
    [2, 4, 3, 1, 0],
    [3, 2, 4, 1, 0],
  ],
  [
    ['verzögert', '40 %', '40 %', 'in Arbeit: Vergabe läuft', 'in Arbeit'],
    [1, 4, 3, 2, 0],
    [4, 2, 1, 3, 0],
  ],
];

describe('editions that come in any order', () => {
  it('add nothing when they come again, in whatever order that is', async () => {
    await fc.assert(
      fc.asyncProperty(anyEditions, async ([story, first, second]) => {
        await arrive(story, first);
        const before = (await events()).map(({ type }) => type);
        for (const report of await again(story, second)) {
          expect(report).toMatchObject({ new: 0, changed: 0 });
        }
        expect((await events()).map(({ type }) => type)).toEqual(before);
      }),
      { numRuns: 60, seed: 4, examples: examples.map((each) => [each]) },
    );
  });

  it('give the same states on each day, where none takes back what an earlier one said', async () => {
    const onward = ['geplant', 'in Arbeit', 'ruht', 'erledigt'] as const;
    const stories = fc
      .array(fc.nat(onward.length - 1), { minLength: 2, maxLength: 5 })
      .map((steps) => steps.sort((a, b) => a - b).map((step) => onward[step]!))
      .chain((story) => fc.tuple(fc.constant(story), anyOrder(story)));
    await fc.assert(
      fc.asyncProperty(stories, async ([story, order]) => {
        await arrive(story, order);
        const states = await statesOf(story);
        await arrive(story, [...story.keys()]);
        expect(states).toEqual(await statesOf(story));
      }),
      { numRuns: 40, seed: 4 },
    );
  });
});
