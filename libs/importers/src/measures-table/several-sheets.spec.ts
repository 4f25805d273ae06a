import type { ImportDocument } from '../importer.js';
import { findingsOf, importing, measuresOf, reasonsOf } from '../testing/files.js';
import { workbook, type TestCell, type TestSheet } from '../testing/workbook.js';

const heading = ['Nr.', 'Maßnahme', 'Stand', 'Zuständig'];
const sheet = (name: string, ...rows: TestCell[][]): TestSheet => ({
  name,
  rows: [[`Handlungsfeld ${name}`], [], heading, ...rows],
});
const cover: TestSheet = { name: 'Deckblatt', rows: [['Klimaschutzkonzept'], ['Stadt Musterau']] };
const mobility = sheet(
  'Mobilität',
  ['M1', 'Radweg', 'läuft', 'Tiefbauamt'],
  ['M2', 'Mobilstation', 'geplant', 'Stadtwerke'],
);
const energy = sheet('Energie', ['E1', 'Solarpflicht', 'erledigt', 'Bauamt']);
const buildings = sheet('Gebäude_und_Wärme', ['G1', 'Dämmung', 'kaputt', 'Bauamt']);

const read = (sheets: readonly TestSheet[], options = {}) =>
  importing(workbook(...sheets), { fileName: 'liste.xlsx', standOn: '2025', ...options });
const told = (document: ImportDocument) =>
  measuresOf(document).map(({ field, number, recorded, source }) => {
    const fields = document.municipalities[0]?.plan.fields ?? [];
    const name = fields.find((one) => one.source.key === field)?.name ?? '–';
    return [name, number ?? '', recorded.text?.title, source.key].join(' | ');
  });
const found = ({ findings }: ImportDocument) =>
  findings.filter(({ code }) => code.startsWith('sheets')).map(({ words }) => words.de);
const uses = ({ reading }: ImportDocument) => reading?.sheets.map(({ use }) => use);

describe('a workbook with a sheet for each field', () => {
  it('brings the measures of all sheets, each in the field that its sheet names', () => {
    const document = read([cover, mobility, energy, buildings]);
    expect(reasonsOf(document)).toEqual([]);
    expect(told(document)).toEqual([
      'Mobilität | M1 | Radweg | M1',
      'Mobilität | M2 | Mobilstation | M2',
      'Energie | E1 | Solarpflicht | E1',
      'Gebäude und Wärme | G1 | Dämmung | G1',
    ]);
    expect(uses(document)).toEqual(['no-table', 'read', 'read', 'read']);
    expect(found(document)).toEqual([
      'Gelesen wurden die Blätter: Mobilität, Energie, Gebäude_und_Wärme',
      'Keine Tabelle mit Maßnahmen gefunden auf: Deckblatt',
    ]);
  });

  it('names the sheet with each place', () => {
    const wrong = sheet('Energie', ['E1', '', 'läuft', ''], ['Summe', '', '3', '']);
    const document = read([mobility, wrong, buildings]);
    expect(reasonsOf(document)).toEqual([['row 4 Energie', 'Maßnahme', 'field/missing']]);
    expect(findingsOf(document)).toContainEqual(['row 4 Gebäude_und_Wärme', 'status-word-unknown']);
    expect(measuresOf(document)[0]?.where).toBe('row 4 Mobilität');
  });

  it('reads columns that are nearly the same, in another order and below another row', () => {
    const other: TestSheet = {
      name: 'Abfall',
      rows: [
        ['Maßnahme', 'Nr.', 'Bemerkung', 'Stand'],
        ['Biotonne', 'A1', 'für alle', 'läuft'],
      ],
    };
    const document = read([mobility, other]);
    expect(told(document).at(-1)).toBe('Abfall | A1 | Biotonne | A1');
    expect(measuresOf(document).at(-1)).toMatchObject({
      entries: [{ type: 'MeasureImplementationStarted' }],
      described: { text: { remarks: 'für alle' } },
    });
    expect(document.reading?.columns.at(-1)).toMatchObject({
      letter: 'Abfall!C',
      heading: 'Bemerkung',
    });
  });

  it('passes over other tables, other editions, and hidden and empty sheets, and says so', () => {
    const staff: TestSheet = {
      name: 'Kosten',
      rows: [
        ['Projekt', 'Kosten', 'Förderung', 'Priorität', 'CO2-Einsparung', 'Zielgruppe'],
        ['Radweg', 5, 'Land', 'hoch', 3, 'alle'],
      ],
    };
    const document = read([
      mobility,
      energy,
      { ...mobility, name: 'Mobilität alt' },
      staff,
      { ...buildings, hidden: true },
      { name: 'Tabelle4', rows: [] },
    ]);
    expect(uses(document)).toEqual([
      'read',
      'read',
      'same-measures',
      'other-columns',
      'hidden',
      'no-table',
    ]);
    expect(found(document)).toEqual([
      'Gelesen wurden die Blätter: Mobilität, Energie',
      'Ausgeblendete Blätter wurden nicht gelesen: Gebäude_und_Wärme',
      expect.stringContaining('andere sind: Kosten'),
      expect.stringContaining('Fassung: Mobilität alt'),
    ]);
  });

  it('of a sheet for each year reads the last', () => {
    const rows: TestCell[][] = [['1', 'Radweg', 'läuft', '']];
    const document = read([sheet('2023', ...rows), sheet('2024', ...rows)]);
    expect(document.reading?.sheet).toBe('2024');
    expect(uses(document)).toEqual(['same-measures', 'read']);
    expect(told(document)).toEqual(['– | 1 | Radweg | 1']);
  });

  it('takes no field from a sheet without a name of its own, nor where a column names it', () => {
    const plain = [
      sheet('Tabelle1', ['1', 'Radweg', '', '']),
      sheet('Tabelle2', ['2', 'Bus', '', '']),
    ];
    expect(told(read(plain))).toEqual(['– | 1 | Radweg | 1', '– | 2 | Bus | 2']);
    const withField = (name: string, title: string): TestSheet => ({
      name,
      rows: [
        ['Handlungsfeld', 'Maßnahme'],
        ['Verkehr', title],
      ],
    });
    expect(told(read([withField('Teil A', 'Rad'), withField('Teil B', 'Bus')]))).toEqual([
      'Verkehr |  | Rad | rad',
      'Verkehr |  | Bus | bus',
    ]);
    expect(told(read([cover, mobility]))[0]).toBe('– | M1 | Radweg | M1');
  });

  it('tells measures apart where each sheet counts anew', () => {
    const document = read([
      sheet('Mobilität', ['1', 'Radweg', '', '']),
      sheet('Energie', ['1', 'Solarpflicht', '', '']),
    ]);
    expect(told(document)).toEqual([
      'Mobilität | 1 | Radweg | Mobilität 1',
      'Energie | 1 | Solarpflicht | Energie 1',
    ]);
    expect(document.findings.map(({ code }) => code)).not.toContain('key-numbered');
  });

  it('reads what somebody chose, and keeps the choice in the mapping', () => {
    const all = [cover, mobility, energy, buildings];
    const one = read(all, { mapping: { sheet: 'Energie' } });
    expect(told(one)).toEqual(['Energie | E1 | Solarpflicht | E1']);
    expect(one.notTaken).toContainEqual({ what: 'Mobilität', count: 1, reason: 'ignored' });
    const two = read(all, { mapping: { sheet: ['Mobilität', 'Energie'] } });
    expect(told(two)).toHaveLength(3);
    const left = read(all, { mapping: { sheets: { Energie: 'ignore' } } });
    expect(told(left).map((line) => line.split(' | ')[1])).toEqual(['M1', 'M2', 'G1']);
    const again = read(all, { mapping: left.reading!.mapping });
    expect(again.municipalities).toEqual(left.municipalities);
    const hidden = read([mobility, { ...energy, hidden: true }], {
      mapping: { sheets: { Energie: 'read' } },
    });
    expect(told(hidden)).toHaveLength(3);
    expect(reasonsOf(read(all, { mapping: { sheet: ['Energie', 'Wasser'] } }))).toEqual([
      ['file', '', 'file/sheet-unknown'],
    ]);
  });

  it('speaks for the day that each sheet names', () => {
    const dated = (name: string, day: string, title: string): TestSheet => ({
      name,
      rows: [[`Stand: ${day}`], heading, ['', title, 'läuft', '']],
    });
    const document = read(
      [dated('Mobilität', '30.04.2024', 'Radweg'), dated('Energie', '31.05.2024', 'Solarpflicht')],
      { standOn: undefined },
    );
    expect(measuresOf(document).map(({ entries }) => entries[0]?.occurredOn)).toEqual([
      '2024-04-30',
      '2024-05-31',
    ]);
  });
});
