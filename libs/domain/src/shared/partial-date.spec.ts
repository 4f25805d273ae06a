import fc from 'fast-check';
import {
  addDays,
  berlinDay,
  dayNumber,
  dayOf,
  firstDay,
  isPartialDate,
  lastDay,
} from './partial-date.js';

describe('a partial date', () => {
  it.each(['2024', '2024-02', '2024-02-29', '1999-12-31'])('may be %s', (date) => {
    expect(isPartialDate(date)).toBe(true);
  });

  it.each([
    '',
    '24',
    '2024-2',
    '2024-13',
    '2023-02-29',
    '2024-02-30',
    '20224-01-01',
    '2024-02-29T00:00',
    2024,
    null,
  ])('is not %p', (value) => expect(isPartialDate(value)).toBe(false));

  it('spans from its first to its last possible day', () => {
    expect([firstDay('2024'), lastDay('2024')]).toEqual(['2024-01-01', '2024-12-31']);
    expect([firstDay('2023-02'), lastDay('2023-02')]).toEqual(['2023-02-01', '2023-02-28']);
    expect(lastDay('2024-02')).toBe('2024-02-29');
  });
});

const instant = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('calendar days', () => {
  it('count as the machine counts them', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const day = at.slice(0, 10);
        expect(dayNumber(day)).toBe(Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000));
        expect(dayOf(dayNumber(day))).toBe(day);
      }),
    );
  });

  it('add up over the turn of a year', () => {
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  });
});

describe('the Berlin day of an instant', () => {
  it.each([
    ['2026-01-31T22:59:59.999Z', '2026-01-31'],
    ['2026-01-31T23:00:00.000Z', '2026-02-01'],
    ['2026-07-01T22:00:00.000Z', '2026-07-02'],
    ['2026-03-29T00:59:00.000Z', '2026-03-29'],
    ['2026-10-25T22:30:00.000Z', '2026-10-25'],
  ])('%s is %s', (at, day) => expect(berlinDay(at)).toBe(day));

  it('agrees with the time zone database since the present rule began', () => {
    const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });
    const since = fc
      .date({ min: new Date('1997-01-01'), max: new Date('2037-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(since, (at) => expect(berlinDay(at)).toBe(berlin.format(new Date(at)))),
      { numRuns: 2000 },
    );
  });
});
