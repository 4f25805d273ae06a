import { readImport } from '../read-import.js';
import { workbook, type TestCell } from '../testing/index.js';

const read = (...rows: TestCell[][]) => {
  const bytes = workbook({ name: 'Plan', rows });
  const { municipalities, findings } = readImport(bytes, {
    fileName: 'plan.xlsx',
    today: '2026-11-20',
  });
  const measures = municipalities.flatMap(({ plan }) =>
    plan.measures.map(({ recorded }) => recorded.text?.title),
  );
  const second = findings.filter(({ code }) => code === 'second-table');
  return { measures, second: second.map(({ where, params }) => [where, params]) };
};

const heading = ['Nr.', 'Maßnahme', 'Handlungsfeld', 'Stand'];
const first = [
  ['1', 'Radwege', 'Mobilität', 'läuft'],
  ['2', 'Bäume', 'Stadtgrün', 'geplant'],
];

describe('a second table below the first', () => {
  it.each<[string, TestCell[][], string, number]>([
    [
      'below a title of its own',
      [[], ['Kosten'], ['Jahr', 'Betrag', 'Anteil'], [2024, 10_000, 5], [2025, 20_000, 6]],
      'Kosten',
      2,
    ],
    [
      'with a title in another column',
      [[], [null, 'Kosten'], ['Nr.', 'Kosten', 'Jahr'], ['1', 10_000, 2024]],
      'Kosten',
      1,
    ],
    [
      'behind an empty row',
      [[], ['Nr.', 'Beschluss', 'Gremium', 'Datum'], ['1', 'DS 7', 'Magistrat', '1.2.2024']],
      'Nr. · Beschluss · Gremium · Datum',
      1,
    ],
    [
      'directly below',
      [
        ['Position', 'Budget', 'Jahr', 'Förderung'],
        ['Radwege', 10_000, 2024, 'KfW'],
      ],
      'Position · Budget · Jahr · Förderung',
      1,
    ],
  ])('%s is not read, and named', (_, rows, value, count) => {
    const { measures, second } = read(heading, ...first, ...rows);
    expect(measures).toEqual(['Radwege', 'Bäume']);
    expect(second).toEqual([[expect.stringMatching(/^row \d+$/), { value, count }]]);
  });

  it('ends where the heading of the first comes again', () => {
    const costs = [[], ['Kosten'], ['Jahr', 'Betrag'], [2024, 10_000], []];
    const { measures, second } = read(heading, ...first, ...costs, heading, [
      '3',
      'Moor',
      'Stadtgrün',
      'geplant',
    ]);
    expect([measures, second.length]).toEqual([['Radwege', 'Bäume', 'Moor'], 1]);
  });
});

describe('what is no second table', () => {
  it.each<[string, TestCell[][], string[]]>([
    [
      'a field behind an empty row',
      [
        [],
        ['Energie'],
        ['3', 'Förderung', 'Energie', 'läuft'],
        ['4', 'Monitoring', 'Energie', 'läuft'],
      ],
      ['Förderung', 'Monitoring'],
    ],
    [
      'measures without numbers that are called as headings are',
      [
        [],
        ['Querschnitt'],
        [null, 'Förderung', 'Finanzierung', 'läuft'],
        [null, 'Beteiligung', null, 'geplant'],
      ],
      ['Förderung', 'Beteiligung'],
    ],
    [
      'a field named beside its word',
      [[], ['Handlungsfeld', 'Wärme'], ['3', 'Wärmenetz', null, 'läuft']],
      ['Wärmenetz'],
    ],
    [
      'a legend, and a sum below it',
      [[], ['Legende:'], ['●', 'erledigt'], ['Summe', 2], [], ['3', 'Moor', 'Stadtgrün', 'läuft']],
      ['Moor'],
    ],
    [
      'measures that say by two words how they stand',
      [[], ['Wärme'], [null, 'Förderung', 'erledigt', 'beschlossen'], ['3', 'Netz', null, 'läuft']],
      ['Förderung', 'Netz'],
    ],
    ['the heading on a new page', [[], heading, ['3', 'Moor', 'Stadtgrün', 'geplant']], ['Moor']],
  ])('%s', (_, rows, more) => {
    const { measures, second } = read(heading, ...first, ...rows);
    expect(measures).toEqual(['Radwege', 'Bäume', ...more]);
    expect(second).toEqual([]);
  });
});
