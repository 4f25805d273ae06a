import { zipSync } from 'fflate';
import { Unreadable } from '../unreadable.js';
import { type TestSheet, workbook, workbookParts, zipped } from '../testing/workbook.js';
import { xlsxTables } from './xlsx-workbook.js';

const sheet = (rows: TestSheet['rows'], more: Partial<TestSheet> = {}): TestSheet => ({
  name: 'Liste',
  rows,
  ...more,
});
const rowsOf = (bytes: Uint8Array, index = 0) => [...(xlsxTables(bytes)[index]?.rows() ?? [])];
const textsOf = (bytes: Uint8Array) =>
  rowsOf(bytes).map(({ number, cells }) => [
    number,
    ...Array.from(cells, (cell) => cell?.text ?? ''),
  ]);
const reasonOf = (bytes: Uint8Array) => {
  try {
    return [...xlsxTables(bytes)].flatMap((table) => [...table.rows()]).length;
  } catch (error) {
    if (error instanceof Unreadable) return error.reason;
    throw error;
  }
};

describe('a workbook', () => {
  it('gives its rows with the numbers that a spreadsheet shows, and without empty ones', () => {
    expect(textsOf(workbook(sheet([['Titel', 'Ziel'], [], [null, ''], ['A', 'x']])))).toEqual([
      [1, 'Titel', 'Ziel'],
      [4, 'A', 'x'],
    ]);
  });

  it('knows values: numbers, days, shares, answers, last results of formulas', () => {
    const [row] = rowsOf(
      workbook(
        sheet([
          [
            12,
            1234.5,
            { date: '2024-02-29' },
            { date: '2024-03-01', format: 'month' },
            { percent: 0.6 },
            true,
            { formula: 'SUM(A1:B1)', value: 1246.5 },
            { formula: 'A1&"x"', value: '12x' },
          ],
        ]),
      ),
    );
    expect(row?.cells).toEqual([
      { text: '12', number: '12' },
      { text: '1234,5', number: '1234.5' },
      { text: '2024-02-29', day: '2024-02-29' },
      { text: '2024-03', day: '2024-03' },
      { text: '60 %', number: '0.6', percent: true },
      { text: 'ja' },
      { text: '1246,5', number: '1246.5' },
      { text: '12x' },
    ]);
  });

  it('knows texts, however they are written', () => {
    expect(
      textsOf(
        workbook(
          sheet([
            ['<&> „Ä“', { rich: ['Wärme', 'planung'] }, { inline: 'drin_x000D_' }, '_x005F_x000D_'],
          ]),
        ),
      ),
    ).toEqual([[1, '<&> „Ä“', 'Wärmeplanung', 'drin\r', '_x000D_']]);
  });

  it('repeats what is merged over rows, and says how wide a cell is', () => {
    const rows = rowsOf(
      workbook(
        sheet(
          [
            ['Plan', null],
            ['Energie', 'A'],
            [null, 'B'],
            [null, null],
            [null, 'C'],
            ['Verkehr', 'D'],
          ],
          {
            merges: ['A1:B1', 'A2:A5'],
          },
        ),
      ),
    );
    expect(rows.map(({ number, cells }) => [number, cells[0], cells[1]?.text])).toEqual([
      [1, { text: 'Plan', span: 2 }, undefined],
      [2, { text: 'Energie' }, 'A'],
      [3, { text: 'Energie', repeated: true }, 'B'],
      [5, { text: 'Energie', repeated: true }, 'C'],
      [6, { text: 'Verkehr' }, 'D'],
    ]);
  });

  it('marks hidden sheets and rows', () => {
    const bytes = workbook(
      sheet([['a']], { name: 'Alt', hidden: true }),
      sheet([['a'], ['b']], { hiddenRows: [2] }),
    );
    expect(xlsxTables(bytes).map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Alt', true],
      ['Liste', false],
    ]);
    expect(rowsOf(bytes, 1).map(({ hidden }) => hidden ?? false)).toEqual([false, true]);
  });

  it('is read whatever prefixes its writer likes, and without addresses of cells', () => {
    const parts = workbookParts([sheet([['x']])]);
    const xml =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>eins</x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(textsOf(zipped({ ...parts, 'xl/worksheets/sheet1.xml': xml }))).toEqual([
      [1, 'eins', '2'],
    ]);
  });

  it('counts days from 1904 where it says so', () => {
    const parts = workbookParts([sheet([[{ date: '2024-02-29' }]])]);
    const bytes = zipped({
      ...parts,
      'xl/workbook.xml': parts['xl/workbook.xml']!.replace(
        '<sheets>',
        '<workbookPr date1904="1"/><sheets>',
      ),
    });
    expect(rowsOf(bytes)[0]?.cells[0]?.day).toBe('2028-03-01');
  });
});

const good = () => workbookParts([sheet([['Titel'], ['A']])]);

describe('a workbook that is refused', () => {
  it.each<[string, Uint8Array, string]>([
    ['macros', zipped({ ...good(), 'xl/vbaProject.bin': 'x' }), 'file/has-macros'],
    [
      'the type of a file with macros',
      zipped({
        ...good(),
        '[Content_Types].xml': good()['[Content_Types].xml']!.replace(
          'spreadsheetml.sheet.main',
          'ms-excel.sheet.macroEnabled.main',
        ),
      }),
      'file/has-macros',
    ],
    [
      'a text document',
      zipped({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' }),
      'file/wrong-kind',
    ],
    [
      'an OpenDocument',
      zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      'file/wrong-kind',
    ],
    [
      'a binary workbook',
      zipped({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }),
      'file/wrong-kind',
    ],
    ['any ZIP', zipped({ 'a.txt': 'x' }), 'file/wrong-kind'],
    [
      'a document type',
      zipped({
        ...good(),
        'xl/sharedStrings.xml': '<!DOCTYPE sst [<!ENTITY a "b">]><sst><si><t>&a;</t></si></sst>',
      }),
      'file/xml-unsafe',
    ],
    [
      'an entity that nobody declared',
      zipped({ ...good(), 'xl/sharedStrings.xml': '<sst><si><t>&boom;</t></si></sst>' }),
      'file/xml-broken',
    ],
    [
      'broken XML',
      zipped({ ...good(), 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' }),
      'file/xml-broken',
    ],
    ['half a file', workbook(sheet([['Titel']])).slice(0, 900), 'file/zip-broken'],
  ])('for %s', (_, bytes, reason) => {
    expect(reasonOf(bytes)).toBe(reason);
  });

  it('for bytes that changed on the way', () => {
    const bytes = zipSync(
      {
        ...Object.fromEntries(
          Object.entries(good()).map(([name, text]) => [name, new TextEncoder().encode(text)]),
        ),
      },
      { level: 0 },
    );
    const at = Buffer.from(bytes).indexOf('<row r="2"');
    bytes[at + 8] = 0x39;
    expect(reasonOf(bytes)).toBe('file/zip-broken');
  });

  it('for a part that is encrypted', () => {
    const bytes = workbook(sheet([['Titel']]));
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const at = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
    expect(reasonOf(bytes)).toBe('file/encrypted');
  });

  it('for a bomb, whatever size it claims, and long before it has gone off', () => {
    const bytes = zipped({
      ...good(),
      'xl/worksheets/sheet1.xml': new Uint8Array(30_000_000).fill(32),
    });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 4 < bytes.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(reasonOf(bytes)).toBe('file/zip-bomb');
  });

  it('for a sheet of more than 50 MB', () => {
    // Repeats itself, but further away than a deflater remembers.
    const block = new Uint8Array(40_000);
    let seed = 1;
    for (let at = 0; at < block.length; at += 1) {
      seed = (seed * 48_271) % 2_147_483_647;
      block[at] = 97 + (seed % 23);
    }
    const noise = Buffer.alloc(51_000_000, block);
    const xml = Buffer.concat([
      Buffer.from('<worksheet><sheetData><!--'),
      noise,
      Buffer.from('--></sheetData></worksheet>'),
    ]);
    expect(reasonOf(zipped({ ...good(), 'xl/worksheets/sheet1.xml': xml }))).toBe(
      'file/sheet-too-large',
    );
  });

  it('for too many rows or columns', () => {
    const rows = Array.from(
      { length: 50_001 },
      (_, row) => `<row r="${row + 1}"><c t="n"><v>1</v></c></row>`,
    );
    const many = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
    expect(reasonOf(zipped({ ...good(), 'xl/worksheets/sheet1.xml': many }))).toBe(
      'file/too-many-rows',
    );
    const wide =
      '<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>';
    expect(reasonOf(zipped({ ...good(), 'xl/worksheets/sheet1.xml': wide }))).toBe(
      'file/too-many-columns',
    );
  });
});
