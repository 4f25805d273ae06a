import { halfYearEnds, trendDays } from './course.js';

describe('the days of a trend', () => {
  it('are the ends of the half-years between, and the day asked about', () => {
    expect(halfYearEnds('2023-03-15', '2024-11-27')).toEqual([
      '2023-06-30',
      '2023-12-31',
      '2024-06-30',
      '2024-11-27',
    ]);
    expect(halfYearEnds('2024-06-30', '2024-12-31')).toEqual(['2024-06-30', '2024-12-31']);
    expect(halfYearEnds('2024-07-01', '2024-07-02')).toEqual(['2024-07-02']);
  });

  it('are the ends of years where half-years would be too many to tell apart', () => {
    expect(halfYearEnds('2015-02-01', '2026-05-01')).toHaveLength(23);
    const years = halfYearEnds('2010-02-01', '2026-05-01');
    expect([years[0], years.at(-2), years.at(-1), years.length]).toEqual([
      ...['2010-12-31', '2025-12-31', '2026-05-01'],
      17,
    ]);
    expect(halfYearEnds('1950-01-01', '2026-05-01')).toHaveLength(24);
  });

  it('are that day alone where nothing lies before it', () => {
    const view = { asOf: '2024-05-01', viewer: 'public' } as const;
    expect(trendDays(undefined, view)).toEqual(['2024-05-01']);
    expect(trendDays('2025-01-01', view)).toEqual(['2024-05-01']);
    expect(trendDays('2024-05-01', view)).toEqual(['2024-05-01']);
  });
});
