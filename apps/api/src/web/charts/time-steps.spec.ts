import * as fc from 'fast-check';
import { type Counts, totalOf } from './counts.js';
import { statuses } from './palette.js';
import {
  blocksOf,
  type DayCounts,
  edgesOf,
  largest,
  newYears,
  thinned,
  yearlyRows,
} from './time-steps.js';

const counts = (some: Partial<Counts>): Counts => ({
  ...(Object.fromEntries(statuses.map((status) => [status, 0])) as Counts),
  ...some,
});

const days: DayCounts[] = [
  { day: '2023-05-01', counts: counts({ unknown: 4 }) },
  { day: '2024-05-01', counts: counts({ unknown: 3, completed: 1 }) },
];

describe('status over time', () => {
  it('piles the statuses from the bottom, step by step', () => {
    expect(blocksOf(days, '2025-05-01', 4)).toEqual([
      {
        status: 'completed',
        x: expect.closeTo(0.5, 2),
        y: 0.75,
        width: expect.closeTo(0.5, 2),
        height: 0.25,
      },
      { status: 'unknown', x: 0, y: 0, width: expect.closeTo(0.5, 2), height: 1 },
      {
        status: 'unknown',
        x: expect.closeTo(0.5, 2),
        y: 0,
        width: expect.closeTo(0.5, 2),
        height: 0.75,
      },
    ]);
  });

  it('parts neighbours by an edge, where both are thick enough', () => {
    // Half of the time: 1 completed below 3 unknown; before it there is nothing to part.
    expect(edgesOf(days, '2025-05-01', 4)).toBe('M501 750H1000');
    const thin = [{ day: '2024-05-01', counts: counts({ completed: 1, unknown: 400 }) }];
    expect(edgesOf(thin, '2025-05-01', 401)).toBe('');
    const stairs = [3, 5, 5, 8].map((completed, n) => ({
      day: `202${n}-01-01`,
      counts: counts({ completed, 'in-progress': 10 - completed }),
    }));
    expect(edgesOf(stairs, '2024-01-01', 10)).toBe('M0 700H251V500H750V200H1000');
  });

  it('has a row for the beginning, each turn of the year and the end', () => {
    expect(
      yearlyRows(days, '2025-05-01').map(({ day, counts: { completed } }) => [day, completed]),
    ).toEqual([
      ['2023-05-01', 0],
      ['2024-01-01', 0],
      ['2025-01-01', 1],
      ['2025-05-01', 1],
    ]);
    expect(newYears('2023-05-01', '2023-06-01')).toEqual([]);
  });

  it('fills exactly the area that the counts take, whatever happened', () => {
    const step = fc.record({
      day: fc
        .integer({ min: 0, max: 1500 })
        .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10)),
      counts: fc
        .tuple(...statuses.map(() => fc.nat(20)))
        .map((numbers) => Object.fromEntries(statuses.map((s, i) => [s, numbers[i]])) as Counts),
    });
    fc.assert(
      fc.property(fc.uniqueArray(step, { selector: ({ day }) => day, minLength: 1 }), (some) => {
        const steps = some.sort((a, b) => a.day.localeCompare(b.day));
        const [until, from] = ['2025-01-01', steps[0]?.day ?? ''];
        const top = Math.max(1, largest(steps));
        const drawn = blocksOf(steps, until, top).reduce(
          (sum, { width, height }) => sum + width * height,
          0,
        );
        const span = Date.parse(until) - Date.parse(from);
        const counted = steps.reduce((sum, { day, counts: c }, index) => {
          const end = Date.parse(steps[index + 1]?.day ?? until);
          return sum + ((end - Date.parse(day)) / span) * (totalOf(c) / top);
        }, 0);
        expect(drawn).toBeCloseTo(counted, 6);
      }),
    );
  });

  it('keeps beginning and end when there are more days than can be drawn', () => {
    const many = Array.from({ length: 900 }, (_, n) => ({
      day: new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10),
      counts: counts({ completed: n }),
    }));
    const few = thinned(many, '2022-06-20', 100);
    expect(few.length).toBeLessThanOrEqual(101);
    expect([few[0], few.at(-1)]).toEqual([many[0], many.at(-1)]);
  });
});
