import { dateOrderOf, readSheetDate, readSheetTime } from './sheet-date.js';

describe('a date in a sheet', () => {
  it.each([
    ['2024-03-31', '2024-03-31'],
    ['31.03.2024', '2024-03-31'],
    ['31.12.25', '2025-12-31'],
    ['1.3.2024', '2024-03-01'],
    ['1. März 2024', '2024-03-01'],
    ['2024-03', '2024-03'],
    ['03/2024', '2024-03'],
    ['3.2024', '2024-03'],
    ['März 2024', '2024-03'],
    ["Mrz '24", '2024-03'],
    ['Okt. 2024', '2024-10'],
    ['December 2024', '2024-12'],
    ['im Mai 2024', '2024-05'],
    [' 2024 ', '2024'],
  ])('%s is %s', (said, date) => {
    expect(readSheetDate(said)).toBe(date);
  });

  it.each(['31.02.2024', '13/2024', 'bald', 'Q1 2024', '45352', '2024-2025', ''])(
    '%j is none',
    (said) => {
      expect(readSheetDate(said)).toBeUndefined();
    },
  );
});

describe('a time in a sheet', () => {
  it.each([
    ['2025', { start: '2025', end: '2025', exact: true }],
    ['Ende 2025', { start: '2025-09', end: '2025-12', exact: false }],
    ['Q3/2026', { start: '2026-07', end: '2026-09', exact: false }],
    ['2026 Q3', { start: '2026-07', end: '2026-09', exact: false }],
    ['III. Quartal 2026', { start: '2026-07', end: '2026-09', exact: false }],
    ['2. Halbjahr 2024', { start: '2024-07', end: '2024-12', exact: false }],
    ['Frühjahr 2025', { start: '2025-03', end: '2025-05', exact: false }],
    ['Winter 2024/25', { start: '2024-12', end: '2025-02', exact: false }],
    ['ab 2023', { start: '2023', exact: true }],
    ['seit Mitte 2022', { start: '2022-05', exact: false }],
    ['bis 2030', { end: '2030', exact: true }],
    ['bis Ende 2026', { end: '2026-12', exact: false }],
    ['bis zum 31.12.2025', { end: '2025-12-31', exact: true }],
    ['2023-2025', { start: '2023', end: '2025', exact: true }],
    ['2023 – 2027', { start: '2023', end: '2027', exact: true }],
    ['01/2023 bis 12/2024', { start: '2023-01', end: '2024-12', exact: true }],
    ['von März 2023 bis Ende 2024', { start: '2023-03', end: '2024-12', exact: false }],
    ['2023/24', { start: '2023', end: '2024', exact: true }],
    ['2023 ff.', { start: '2023', permanent: true, exact: true }],
    ['ab 2023 fortlaufend', { start: '2023', permanent: true, exact: true }],
    ['2023 -', { start: '2023', exact: true }],
    ['laufend', { permanent: true, exact: true }],
    ['Daueraufgabe', { permanent: true, exact: true }],
  ])('%s', (said, time) => {
    expect(readSheetTime(said)).toEqual(time);
  });

  it.each(['bald', 'nach Bedarf', 'ab sofort', 'Phase 2', '2023-2022-2021', 'bis auf Weiteres'])(
    '%s is none',
    (said) => {
      expect(readSheetTime(said)).toBeUndefined();
    },
  );
});

describe('the order of day and month', () => {
  it('is the German one, unless the sheet shows the other', () => {
    expect(readSheetDate('03/04/2025', 'DMY')).toBe('2025-04-03');
    expect(readSheetDate('03/04/2025', 'MDY')).toBe('2025-03-04');
    expect(readSheetDate('03.04.2025', 'MDY')).toBe('2025-04-03');
    expect(dateOrderOf(['03/04/2025', 'x'])).toBe('DMY');
    expect(dateOrderOf(['03/04/2025', '03/31/2025'])).toBe('MDY');
    expect(dateOrderOf(['31/03/2025', '03/31/2025'])).toBe('DMY');
  });
});
