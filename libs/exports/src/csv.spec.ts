import { parse } from 'csv-parse/sync';
import { csv, measuresCsv } from './csv.js';
import { tableColumns } from './table.js';
import { bareRow, fullRow } from './testing/rows.js';

const parsed = (text: string): string[][] => parse(text, { delimiter: ';', bom: true });

describe('measures as CSV', () => {
  const text = measuresCsv([fullRow, bareRow]);

  it('opens in a spreadsheet: byte order mark, semicolons, CRLF', () => {
    expect(
      text.startsWith('\ufeffKlimaspur-ID;Kommune;Plan;Art des Plans;Nummer;Handlungsfeld;Titel;'),
    ).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(parsed(text)).toHaveLength(3);
  });

  it('has one heading per column, in both languages, none twice', () => {
    for (const language of ['de', 'en'] as const) {
      const [headings] = parsed(measuresCsv([], language));
      expect(headings).toEqual(tableColumns.map(({ heading }) => heading[language]));
      expect(new Set(headings).size).toBe(tableColumns.length);
    }
  });

  it('leaves out what is so only where the file comes from', () => {
    expect(parsed(text).flat().join('\n')).not.toContain('klimaspur.example');
  });

  it('writes euros, answers and paths for people', () => {
    const [headings = [], cells = []] = parsed(text);
    const cell = (heading: string) => cells[headings.indexOf(heading)];
    expect(cell('Budget pro Jahr (EUR)')).toBe('72000,50');
    expect(cell('Budget insgesamt (EUR)')).toBe('10000000');
    expect(cell('Einsparung (EUR pro Jahr)')).toBe('0,05');
    expect(cell('Überfällig')).toBe('ja');
    expect(cell('Personalstellen')).toBe('1,50');
    expect(cell('Priorität')).toBe('hoch');
    expect(cell('Einflussbereich')).toBe('versorgen, beraten');
    expect(cell('Beteiligte')).toBe('Stadtwerke\nHandwerk \\| Innung | berät\\nmit');
    expect(cell('Handlungsschritte')).toBe('Daten sammeln | 2022-01 | 2022-05 | erledigt\nPlan');
    expect(cell('Finanzierung')).toBe('KfW 432 | 50000 | beantragt\nHaushalt');
    expect(cell('Handlungsfeld')).toBe('Energie › Strom \\› Netz');
    expect(cell('Titel')).toBe('Energieleitplan; erster "Teil"');
    expect(cell('Beschreibung')).toBe('Zeile 1\r\nZeile 2');
  });

  it('leaves empty what nobody said', () => {
    const [headings = [], , cells = []] = parsed(text);
    expect(cells[headings.indexOf('Budget pro Jahr (EUR)')]).toBe('');
    expect(cells[headings.indexOf('Eigener Vorschlag')]).toBe('');
  });
});

describe('a cell that a spreadsheet would run', () => {
  it.each(['=1+1', '+49', '-1', '@x', '\tx', '\rx', '\nx', '＝1', "'=1", "''-1"])(
    '%j begins with an apostrophe',
    (cell) => {
      expect(parsed(csv(['a'], [[cell]]))[1]).toEqual([`'${cell}`]);
    },
  );

  it.each(['1-1', "'hello'", ' =1', 'a@b'])('%j stays as it is', (cell) => {
    expect(parsed(csv(['a'], [[cell]]))[1]).toEqual([cell]);
  });
});
