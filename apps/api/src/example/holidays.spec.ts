import { beforeHoliday, isHoliday } from './holidays.js';

describe('a public holiday in all of Germany', () => {
  it.each([
    ['Good Friday', '2024-03-29'],
    ['Easter Monday', '2025-04-21'],
    ['Ascension', '2026-05-14'],
    ['Whit Monday', '2027-05-17'],
    ['an early Easter', '2008-03-24'],
    ['a late Easter', '2038-04-26'],
    ['Unity Day', '2026-10-03'],
    ['New Year', '2027-01-01'],
  ])('is %s', (_name, day) => expect(isHoliday(day)).toBe(true));

  it.each(['2026-05-13', '2026-10-31', '2026-12-24'])('is not %s', (day) => {
    expect(isHoliday(day)).toBe(false);
    expect(beforeHoliday(day)).toBe(day);
  });

  it('is no day to meet: the last working day before it is', () => {
    expect(beforeHoliday('2025-04-21')).toBe('2025-04-17');
    expect(beforeHoliday('2026-12-26')).toBe('2026-12-24');
    expect(beforeHoliday('2027-05-17')).toBe('2027-05-14');
  });
});
