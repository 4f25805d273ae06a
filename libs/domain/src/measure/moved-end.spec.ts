import * as fc from 'fast-check';
import { stream, told, recorded } from '../testing/scenario.js';
import { timeline } from '../timeline.js';
import { measureState } from './measure.fold.js';
import { movedEnd, shiftOf } from './moved-end.js';

/** The end that was planned first, and then as it was moved; each a month after the other. */
const ends = (...dates: readonly string[]) =>
  movedEnd(
    measureState(
      timeline(
        stream(
          recorded,
          ...dates.map((plannedEnd, n) =>
            told('MeasureRescheduled', { plannedEnd }, null, `20${21 + n}-01-01T12:00:00.000Z`),
          ),
        ),
      ),
    ),
  );

describe('a planned end', () => {
  it.each<[string, readonly string[], number, number]>([
    ['was named once', ['2024'], 0, 0],
    ['was moved by a year', ['2024', '2025'], 1, 365],
    ['was moved twice', ['2024-06', '2024-12-31', '2026-06-30'], 2, 730],
    ['is earlier now', ['2025', '2024-12-31'], 1, -365],
    ['came back', ['2024', '2025', '2024'], 2, 0],
    ['was said more exactly', ['2024', '2024-06', '2024-06-15'], 0, 0],
    ['was said less exactly, and so reaches further', ['2024-06', '2024'], 1, 184],
    ['was moved within what was said first', ['2024', '2024-06', '2024-09'], 1, 0],
  ])('%s', (_, dates, times, days) => {
    expect(ends(...dates)).toEqual({ first: dates[0], now: dates.at(-1), times, days });
  });

  it('is none where nobody named one', () => {
    expect(ends()).toBeNull();
  });

  it('that was never moved is where it was', () => {
    const date = fc
      .tuple(fc.integer({ min: 0, max: 1500 }), fc.constantFrom(4, 7, 10))
      .map(([day, length]) => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, length));
    fc.assert(
      fc.property(fc.array(date, { minLength: 1, maxLength: 6 }), (dates) => {
        const { times, days } = ends(...dates)!;
        if (times === 0) expect(days).toBe(0);
      }),
    );
  });
});

it.each([
  [-40, 'EARLIER'],
  [0, 'SAME'],
  [1, 'QUARTER'],
  [92, 'QUARTER'],
  [93, 'YEAR'],
  [366, 'YEAR'],
  [731, 'TWO_YEARS'],
  [732, 'LONGER'],
])('%i days are %s', (days, shift) => {
  expect(shiftOf(days)).toBe(shift);
});
