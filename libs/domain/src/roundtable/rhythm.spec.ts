import fc from 'fast-check';
import { addDays, dayNumber } from '../shared/partial-date.js';
import { anId, stream, told, town } from '../testing/scenario.js';
import { timeline } from '../timeline.js';
import { dateAfter, nextDates } from './next-dates.js';
import { daysOfRhythm, placeInMonth } from './rhythm.js';
import { roundtableState } from './roundtable.state.js';

const rhythm = (terms: {
  from: string;
  every: number;
  unit: 'WEEK' | 'MONTH';
  until?: string;
}) => ({
  ...terms,
  endedOn: null,
});
const day = fc
  .integer({ min: dayNumber('2020-01-01'), max: dayNumber('2035-12-31') })
  .map((n) => addDays('1970-01-01', n));

describe('a rhythm', () => {
  it('of six weeks falls every 42 days, over the change of the clocks as well', () => {
    expect(
      daysOfRhythm(rhythm({ from: '2026-02-10', every: 6, unit: 'WEEK' }), {
        from: '2026-03-01',
        to: '2026-07-01',
      }),
    ).toEqual(['2026-03-24', '2026-05-05', '2026-06-16']);
  });

  it('of months keeps the weekday: the second Tuesday, or the last Friday', () => {
    expect(
      daysOfRhythm(rhythm({ from: '2026-01-13', every: 1, unit: 'MONTH' }), {
        from: '2026-01-01',
        to: '2026-04-30',
      }),
    ).toEqual(['2026-01-13', '2026-02-10', '2026-03-10', '2026-04-14']);
    expect(
      daysOfRhythm(rhythm({ from: '2026-01-30', every: 1, unit: 'MONTH' }), {
        from: '2026-01-01',
        to: '2026-04-30',
      }),
    ).toEqual(['2026-01-30', '2026-02-27', '2026-03-27', '2026-04-24']);
  });

  it('ends with its last day, or the day before another takes its place', () => {
    const weekly = { from: '2026-01-06', every: 1, unit: 'WEEK' as const };
    const days = (terms: object) =>
      daysOfRhythm(
        { ...weekly, endedOn: null, ...terms },
        { from: '2026-01-01', to: '2026-12-31' },
      );
    expect(days({ until: '2026-01' }).at(-1)).toBe('2026-01-27');
    expect(days({ endedOn: '2026-01-20' })).toEqual(['2026-01-06', '2026-01-13']);
  });

  it('always falls on the weekday it began with', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('WEEK' as const, 'MONTH' as const),
        (from, every, unit) => {
          const days = daysOfRhythm(rhythm({ from, every, unit }), {
            from,
            to: addDays(from, 800),
          });
          expect(days[0]).toBe(from);
          const weekdays = new Set(days.map((it) => placeInMonth(it).weekday));
          expect(weekdays.size).toBe(1);
        },
      ),
    );
  });
});

const [first, second] = [11, 12].map(anId) as [string, string];
const state = roundtableState(
  timeline(
    stream(
      told(
        'RoundtableFounded',
        { municipality: town, format: 'STANDING_MEETING', text: { name: 'Every six weeks' } },
        null,
      ),
      told(
        'RoundtableRhythmSet',
        { from: '2026-02-10', every: 6, unit: 'WEEK', time: '17:00' },
        '2026-01-01',
      ),
      told(
        'RoundtableMeetingConvened',
        { meeting: first, on: '2026-03-26', occurrence: '2026-03-24' },
        '2026-02-20',
      ),
      told(
        'RoundtableMeetingConvened',
        { meeting: second, on: '2026-04-02', time: '19:00' },
        '2026-02-20',
      ),
    ),
  ),
);

describe('the date after a meeting', () => {
  it('is the next one that was convened, or that the rhythm brings, whichever comes first', () => {
    const after = (on: string, today: string) => dateAfter(state, { on }, today);
    expect(after('2026-03-01', '2026-03-02')).toBe('2026-03-26');
    expect(after('2026-03-26', '2026-06-01')).toBe('2026-04-02');
    expect(after('2026-04-02', '2026-04-03')).toBe('2026-05-05');
  });
});

describe('the next dates', () => {
  it('are the convened ones, and those of the rhythm that no meeting stands for', () => {
    expect(
      nextDates(state, { from: '2026-03-01', days: 120 }).map(({ on, time, meeting }) => [
        on,
        time,
        meeting?.meeting,
      ]),
    ).toEqual([
      ['2026-03-26', null, first],
      ['2026-04-02', '19:00', second],
      ['2026-05-05', '17:00', undefined],
      ['2026-06-16', '17:00', undefined],
    ]);
  });
});
