import { readSheetDate } from './sheet-date.js';

describe('a date in a sheet', () => {
  it.each([
    ['2024-03-31', '2024-03-31'],
    ['31.03.2024', '2024-03-31'],
    ['1.3.2024', '2024-03-01'],
    ['2024-03', '2024-03'],
    ['03/2024', '2024-03'],
    ['3.2024', '2024-03'],
    ['März 2024', '2024-03'],
    ['Okt. 2024', '2024-10'],
    ['December 2024', '2024-12'],
    [' 2024 ', '2024'],
  ])('%s is %s', (said, date) => {
    expect(readSheetDate(said)).toBe(date);
  });

  it.each(['31.02.2024', '13/2024', 'bald', 'Q1 2024', '45352', '2024-2025', '31.03.24', ''])(
    '%j is none',
    (said) => {
      expect(readSheetDate(said)).toBeUndefined();
    },
  );
});
