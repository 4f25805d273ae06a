import { formatDay, formatInstant, formatInstantDay, formatWeekday, monthNames } from './dates.js';
import { formatNumber, formatPercent } from './numbers.js';

describe('a day that is known only in part', () => {
  it.each([
    ['2024-05-13', '13. Mai 2024', '13 May 2024'],
    ['2024-05', 'Mai 2024', 'May 2024'],
    ['2024', '2024', '2024'],
    [null, 'Tag unbekannt', 'day unknown'],
  ])('%s is said as exactly as it is known', (day, german, english) => {
    expect(formatDay(day, 'de')).toBe(german);
    expect(formatDay(day, 'en')).toBe(english);
  });
});

it('says the weekday where the day is known', () => {
  expect(formatWeekday('2024-05-13', 'de')).toBe('Montag, 13. Mai 2024');
  expect(formatWeekday('2024-05-13', 'en')).toMatch(/^Monday,? 13 May 2024$/);
  expect(formatWeekday('2024-05', 'de')).toBe('Mai 2024');
});

describe('an instant', () => {
  it('is told by the clock in Berlin, in summer and in winter', () => {
    expect(formatInstant('2024-07-31T22:30:00Z', 'de')).toMatch(/^1\. August 2024 um 00:30/);
    expect(formatInstant('2024-12-31T22:30:00Z', 'en')).toMatch(/^31 December 2024 at 23:30/);
    expect(formatInstantDay('2024-12-31T23:30:00Z', 'de')).toBe('1. Januar 2025');
  });
});

it('names the months in the language of the page', () => {
  expect(monthNames('de')).toHaveLength(12);
  expect(monthNames('de')[2]).toBe('März');
  expect(monthNames('en')[11]).toBe('December');
});

describe('numbers', () => {
  it('are grouped as the language does', () => {
    expect(formatNumber(12345, 'de')).toBe('12.345');
    expect(formatNumber(12345, 'en')).toBe('12,345');
  });

  it('never round a share to nothing or to all', () => {
    expect(formatPercent(57, 500, 'de').replace(/\s/, ' ')).toBe('11 %');
    expect(formatPercent(1, 500, 'en')).toBe('< 1%');
    expect(formatPercent(499, 500, 'en')).toBe('> 99%');
    expect(formatPercent(0, 500, 'en')).toBe('0%');
    expect(formatPercent(500, 500, 'en')).toBe('100%');
    expect(formatPercent(0, 0, 'en')).toBe('–');
  });
});
