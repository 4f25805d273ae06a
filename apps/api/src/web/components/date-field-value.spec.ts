import { dateFieldOf, dateFieldValue, readDate } from './date-field-value.js';

const read = (body: Record<string, unknown>) => readDate(dateFieldValue(body, 'on'));

describe('a day typed into a form', () => {
  it('is taken as picked, and as written by hand', () => {
    expect(read({ on: '2024-05-13' })).toEqual({ date: '2024-05-13' });
    expect(read({ on: ' 13.5.2024 ' })).toEqual({ date: '2024-05-13' });
  });

  it('may be a month, a year or unknown, whatever the picker still holds', () => {
    const on = '2024-05-13';
    expect(read({ on, 'on-precision': 'month', 'on-month': '03', 'on-year': '2024' })).toEqual({
      date: '2024-03',
    });
    expect(read({ on, 'on-precision': 'month', 'on-month': '', 'on-year': '2023' })).toEqual({
      date: '2023',
    });
    expect(read({ on, 'on-precision': 'unknown' })).toEqual({ date: null });
  });

  it.each([
    [{}, 'date.problem.missing'],
    [{ on: '2024-02-30' }, 'date.problem.invalid'],
    [{ on: '31.4.2024' }, 'date.problem.invalid'],
    [{ on: 'gestern' }, 'date.problem.invalid'],
    [{ on: ['2024-02-01'] }, 'date.problem.missing'],
    [{ 'on-precision': 'month', 'on-year': '24' }, 'date.problem.year'],
    [{ 'on-precision': 'month', 'on-year': '2024', 'on-month': '13' }, 'date.problem.invalid'],
  ])('%j is refused with %s', (body, problem) => {
    expect(read(body)).toEqual({ problem });
  });

  it.each(['2024-05-13', '2024-05', '2024', null])('%s comes back as it was', (date) => {
    expect(readDate(dateFieldOf(date))).toEqual({ date });
  });
});
