import { dateOrderOf, readSheetDate, readSheetTime, tellsOfTime } from './sheet-date.js';
import { serialDay } from './sheet-moment.js';

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
    ['Ende 2025', { start: '2025', end: '2025', exact: false }],
    ['Mitte 2026', { start: '2026', end: '2026', exact: false }],
    ['mid-2026', { start: '2026', end: '2026', exact: false }],
    ['Ende März 2026', { start: '2026-03', end: '2026-03', exact: false }],
    ['KW 12/2026', { start: '2026', end: '2026', exact: false }],
    ['ca. 2028', { start: '2028', end: '2028', exact: false }],
    ['2028?', { start: '2028', end: '2028', exact: false }],
    ['2027 (Baubeginn)', { start: '2027', end: '2027', exact: false }],
    ['voraussichtlich 2027', { start: '2027', end: '2027', exact: true }],
    ['März 26', { start: '2026-03', end: '2026-03', exact: true }],
    ['Mar-26', { start: '2026-03', end: '2026-03', exact: true }],
    ['03/26', { start: '2026-03', end: '2026-03', exact: true }],
    ['2024/06', { start: '2024-06', end: '2024-06', exact: true }],
    ['01.03.26', { start: '2026-03-01', end: '2026-03-01', exact: true }],
    ['March 1, 2026', { start: '2026-03-01', end: '2026-03-01', exact: true }],
    ['1st March 2026', { start: '2026-03-01', end: '2026-03-01', exact: true }],
    ['2026-03-01T00:00:00', { start: '2026-03-01', end: '2026-03-01', exact: true }],
    ['Q3/2026', { start: '2026-09', end: '2026-09', exact: false }],
    ['2026 Q3', { start: '2026-09', end: '2026-09', exact: false }],
    ['III. Quartal 2026', { start: '2026-09', end: '2026-09', exact: false }],
    ['2. Halbjahr 2024', { start: '2024-12', end: '2024-12', exact: false }],
    ['2. Halbjahr 2025', { start: '2025-12', end: '2025-12', exact: false }],
    ['1. HJ 26', { start: '2026-06', end: '2026-06', exact: false }],
    ['Q3/26', { start: '2026-09', end: '2026-09', exact: false }],
    ['H1 2026', { start: '2026-06', end: '2026-06', exact: false }],
    ['Q1 bis Q3 2026', { start: '2026-03', end: '2026-09', exact: false }],
    ['März bis Juni 2025', { start: '2025-03', end: '2025-06', exact: true }],
    ['1.1. - 31.12.2025', { start: '2025-01-01', end: '2025-12-31', exact: true }],
    ['2024-26', { start: '2024', end: '2026', exact: true }],
    ['Frühjahr 2025', { start: '2025', end: '2025', exact: false }],
    ['Winter 2024/25', { start: '2025', end: '2025', exact: false }],
    ['ab 2023', { start: '2023', exact: true }],
    ['ab 2024', { start: '2024', exact: true }],
    ['seit 2021', { start: '2021', exact: true }],
    ['seit Mitte 2022', { start: '2022', exact: false }],
    ['laufend seit 2021', { start: '2021', permanent: true, exact: true }],
    ['bis 2030', { end: '2030', exact: true }],
    ['bis Ende 2026', { end: '2026', exact: false }],
    ['by end of 2027', { end: '2027', exact: false }],
    ['bis ca. 2030', { end: '2030', exact: false }],
    ['bis zum 31.12.2025', { end: '2025-12-31', exact: true }],
    ['2023-2025', { start: '2023', end: '2025', exact: true }],
    ['2023 – 2027', { start: '2023', end: '2027', exact: true }],
    ['01/2023 bis 12/2024', { start: '2023-01', end: '2024-12', exact: true }],
    ['von März 2023 bis Ende 2024', { start: '2023-03', end: '2024', exact: false }],
    ['2023/24', { start: '2023', end: '2024', exact: true }],
    ['2023 ff.', { start: '2023', permanent: true, exact: true }],
    ['ab 2023 fortlaufend', { start: '2023', permanent: true, exact: true }],
    ['2023 -', { start: '2023', exact: true }],
    ['laufend', { permanent: true, exact: true }],
    ['fortlaufend', { permanent: true, exact: true }],
    ['dauerhaft', { permanent: true, exact: true }],
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

describe('a word in a column of dates', () => {
  it.each([
    'bald',
    'demnächst',
    'nächstes Jahr',
    'sobald wie möglich',
    '31.02.2025',
    '??',
    'xx.xx.25',
  ])('%s is a mistake', (said) => expect(tellsOfTime(said)).toBe(false));

  it.each([
    'nach Bedarf',
    'siehe Anlage',
    'kurzfristig',
    'erledigt',
    '18 Monate',
    'Planung 2025, Bau 2027',
    'wenn die Brücke steht',
  ])('%s tells something that no date can', (said) => expect(tellsOfTime(said)).toBe(true));

  it('may be the number by which a spreadsheet counts days', () => {
    expect(serialDay('45352')).toBe('2024-03-01');
    expect(serialDay('45352.75')).toBe('2024-03-01');
    expect(['2024', '12345', '99999', '453520'].map(serialDay)).toEqual(Array(4).fill(undefined));
  });
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
