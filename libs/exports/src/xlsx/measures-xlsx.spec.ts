import { strFromU8, unzipSync } from 'fflate';
import { tableColumns } from '../table.js';
import { bareRow, fullRow } from '../testing/rows.js';
import { measuresXlsxParts } from './measures-xlsx.js';
import { serialOf, xmlText } from './sheet-xml.js';

const words = { kind: (kind: string) => `Art ${kind}`, meaning: (key: string) => `Sinn ${key}` };
const partsOf = (...rows: Parameters<typeof measuresXlsxParts>[0][]) =>
  Object.fromEntries(
    Object.entries(
      unzipSync(
        Buffer.concat([
          ...measuresXlsxParts(
            rows.flatMap((some) => [...some]),
            'de',
            words,
          ),
        ]),
      ),
    ).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
const parts = partsOf([fullRow, bareRow]);
const cellAt = (sheet: number, address: string) =>
  new RegExp(`<c r="${address}"[^>]*>.*?</c>`, 's').exec(
    parts[`xl/worksheets/sheet${sheet}.xml`] ?? '',
  )?.[0];
const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
const column = (key: string) => letters(tableColumns.findIndex((one) => one.key === key));

describe('measures as a workbook', () => {
  it('has a sheet of measures, one of fields, and one that says what the columns mean', () => {
    expect(Object.keys(parts)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
      'xl/worksheets/sheet3.xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
    ]);
    expect(parts['xl/workbook.xml']).toMatch(/"Maßnahmen".*"Handlungsfelder".*"Spalten"/);
    expect(cellAt(2, 'A2')).toContain('Energie</t>');
    expect(cellAt(2, 'A3')).toContain('Energie › Strom \\› Netz</t>');
    expect(cellAt(3, 'A2')).toContain('Klimaspur-ID</t>');
    expect(cellAt(3, 'D2')).toContain('Sinn id</t>');
  });

  it('has days and numbers that a spreadsheet can count with', () => {
    expect(cellAt(1, `${column('plannedEnd')}2`)).toContain(`<v>${serialOf('2025-12-31')}</v>`);
    expect(serialOf('2025-12-31')).toBe(46_022);
    expect(cellAt(1, `${column('plannedStart')}2`)).toContain(
      '<t xml:space="preserve">2022-01</t>',
    );
    expect(cellAt(1, `${column('budgetPerYearCents')}2`)).toContain('<v>72000.50</v>');
    expect(cellAt(1, `${column('percent')}2`)).toContain('<v>60</v>');
  });

  it('has no formula, whatever a text looks like', () => {
    expect(cellAt(1, `${column('goal')}2`)).toContain('>=SUMME(A1:A9)</t>');
    expect(JSON.stringify(parts)).not.toContain('<f>');
  });

  it('leaves empty what nobody said', () => {
    expect(cellAt(1, `${column('goal')}3`)).toBeUndefined();
  });

  it('writes every sign so that XML can hold it', () => {
    expect(xmlText('a\r\n<b> & "c" _x000D_ \ufffe')).toBe(
      'a_x000D_\n&lt;b&gt; &amp; &quot;c&quot; _x005F_x000D_ _xFFFE_',
    );
  });

  it('puts on a sheet of its own what is too long for a cell', () => {
    const long = partsOf([{ ...bareRow, goal: 'x'.repeat(40_000) }]);
    expect(long['xl/workbook.xml']).toContain('"Fortsetzungen"');
    expect(long['xl/worksheets/sheet4.xml']).toContain(bareRow.id);
  });
});
