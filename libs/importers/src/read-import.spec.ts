import { workbook } from './testing/workbook.js';
import { city, findingsOf, importing, measuresOf, reasonsOf, task } from './testing/files.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const json = { fileName: 'db.json' };
const oldOffice = (name: string) =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(name, 'utf16le')]);

describe('a file that cannot be read', () => {
  it.each([
    ['nothing', utf8(''), {}, 'file/empty'],
    ['blanks', utf8('\ufeff \r\n\r\n'), {}, 'file/empty'],
    ['an empty list', utf8('[]'), json, 'file/empty'],
    ['headings alone', utf8('Nummer;Titel\r\n'), {}, 'file/empty'],
    ['broken JSON', utf8('[{"model": "cpmonitor.city", '), json, 'file/not-json'],
    ['JSON of something else', utf8('{"type":"FeatureCollection"}'), json, 'file/not-localzero'],
    ['a list of numbers', utf8('[1,2]'), json, 'file/not-localzero'],
    ['a JSON text', utf8('"hallo"'), json, 'file/not-localzero'],
    ['a page instead of data', utf8('<!DOCTYPE html><html><body>403'), json, 'file/wrong-kind'],
    ['a page with mark', utf8('\ufeff\n<html>'), {}, 'file/wrong-kind'],
    ['half a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), {}, 'file/zip-broken'],
    ['an old workbook', oldOffice('Workbook'), {}, 'file/wrong-kind'],
    ['an encrypted workbook', oldOffice('EncryptedPackage'), {}, 'file/encrypted'],
    [
      'a workbook as LocalZero',
      workbook({ name: 'A', rows: [['Titel'], ['x']] }),
      { format: 'LOCALZERO' as const },
      'file/other-format',
    ],
    [
      'a sheet that is not there',
      workbook({ name: 'A', rows: [['Titel'], ['x']] }),
      { mapping: { sheet: 'B' } },
      'file/sheet-unknown',
    ],
    ['an empty workbook', workbook({ name: 'A', rows: [] }), {}, 'file/empty'],
    ['too many rows', utf8(`Titel\n${'A\n'.repeat(50_001)}`), {}, 'file/too-many-rows'],
    ['too many columns', utf8(`Titel${';'.repeat(500)}\nA`), {}, 'file/too-many-columns'],
    ['a PDF', utf8('%PDF-1.7'), {}, 'file/wrong-kind'],
    ['NUL bytes', utf8('Titel\n\u0000\u0000'), {}, 'file/wrong-kind'],
    ['a table without titles', utf8('Farbe;Form\r\nrot;rund\r\n'), {}, 'file/no-title-column'],
    ['broken quotes', utf8('Titel;Ziel\r\n"offen;x\r\n'), {}, 'file/not-csv'],
    [
      'broken quotes far below rows that are wrong',
      utf8(`Nr;Titel\n1;A;zu viel\n${'2;x\n'.repeat(30_000)}3;"offen\n`),
      {},
      'file/not-csv',
    ],
    [
      'a table as LocalZero',
      utf8('Titel;Ziel\na;b'),
      { format: 'LOCALZERO' as const },
      'file/other-format',
    ],
    [
      'LocalZero as table',
      utf8('[{"model":"x"}]'),
      { format: 'MEASURES_CSV' as const },
      'file/other-format',
    ],
    [
      'a JSON list of measures as table',
      utf8('[{"Nr.":"M1","Maßnahme":"Radweg"}]'),
      { format: 'MEASURES_CSV' as const },
      'file/json-list',
    ],
    [
      'broken JSON as table',
      utf8('[{"Nr.":'),
      { format: 'MEASURES_CSV' as const },
      'file/not-json',
    ],
    ['more than 20 MB', new Uint8Array(20_000_001).fill(32), {}, 'file/too-large'],
  ])('is refused with one clear reason: %s', (_, bytes, options, reason) => {
    const document = importing(bytes, options);
    expect(document.municipalities).toEqual([]);
    expect(reasonsOf(document)).toEqual([['file', '', reason]]);
    const [refusal] = document.refused;
    expect(refusal?.words.de).not.toMatch(/\{\w+\}/);
    expect(refusal?.words.en).not.toMatch(/\{\w+\}/);
  });

  it.each([
    ['2027', 'stand/in-the-future'],
    ['2026-09-02', 'stand/in-the-future'],
    ['gestern', 'stand/not-a-date'],
  ])('cannot speak for %s', (standOn, reason) => {
    const document = importing([city(1)], { standOn });
    expect(reasonsOf(document)).toEqual([['file', '', reason]]);
    const named = reason === 'stand/in-the-future';
    expect(document.refused[0]?.words.de.includes(standOn)).toBe(named);
  });
});

const titles = (bytes: Uint8Array) =>
  measuresOf(importing(bytes)).map(({ recorded }) => recorded.text?.title);

describe('what a table holds by mistake', () => {
  it('a formula without result is no title, and nothing else either', () => {
    for (const content of [
      'Titel;Ziel;Kosten\n#REF!;x;1\nRadwege;#BEZUG!;#NV\n',
      workbook({
        name: 'A',
        rows: [
          ['Titel', 'Ziel', 'Kosten'],
          [{ error: '#REF!' }, 'x', 1],
          ['Radwege', { error: '#BEZUG!' }, { error: '#NV' }],
        ],
      }),
    ]) {
      const document = importing(content, { fileName: 'liste' });
      expect(reasonsOf(document)).toEqual([['row 2', 'Titel', 'field/formula-error']]);
      expect(measuresOf(document)).toMatchObject([{ recorded: { text: { title: 'Radwege' } } }]);
      expect(measuresOf(document)[0]?.described).toBeUndefined();
      expect(findingsOf(document).filter(([, code]) => code === 'formula-error')).toEqual([
        ['row 3', 'formula-error'],
        ['row 3', 'formula-error'],
      ]);
    }
  });

  it('several sheets with the same measures: one is read, and the others are named', () => {
    const rows = [
      ['Nr.', 'Titel'],
      ['1', 'Radwege'],
    ];
    const sheets = workbook(
      { name: 'Deckblatt', rows: [['Klimaschutz']] },
      { name: 'Verkehr', rows },
      { name: 'Energie', rows },
    );
    const document = importing(sheets, { fileName: 'liste.xlsx' });
    expect(document.reading?.sheet).toBe('Verkehr');
    expect(document.findings).toContainEqual(
      expect.objectContaining({
        code: 'sheets-same-measures',
        params: { sheets: 'Energie' },
      }),
    );
    const asked = importing(sheets, { fileName: 'liste.xlsx', mapping: { sheet: 'Energie' } });
    expect(findingsOf(asked)).toEqual([['file', 'town-not-named']]);
  });
});

describe('a file is read in any usual writing', () => {
  const table = 'Nummer;Titel;Ziel\r\n1;Wärmeplanung für Köln – „Süd“;80 %\r\n';
  const title = 'Wärmeplanung für Köln – „Süd“';
  it('UTF-8 with and without mark', () => {
    expect(titles(utf8(table))).toEqual([title]);
    expect(titles(utf8(`\ufeff${table}`))).toEqual([title]);
  });

  it.each(['\ufeff', ''])('UTF-16 with and without mark', (mark) => {
    const little = Buffer.from(mark + table, 'utf16le');
    expect(titles(new Uint8Array(little))).toEqual([title]);
    expect(titles(new Uint8Array(little.swap16()))).toEqual([title]);
  });

  it('Windows-1252', () => {
    const signs: Record<string, string> = { '–': '\u0096', '„': '\u0084', '“': '\u0093' };
    expect(titles(latin(table.replace(/[–„“]/g, (sign) => signs[sign] ?? sign)))).toEqual([title]);
  });

  it('lines that end with LF, CRLF or CR', () => {
    expect(titles(utf8(table.replaceAll('\r\n', '\n')))).toEqual([title]);
    expect(titles(utf8(table.replaceAll('\r\n', '\r')))).toEqual([title]);
  });

  it('semicolons, commas or tabs', () => {
    expect(titles(utf8(table.replaceAll(';', ',')))).toEqual([title]);
    expect(titles(utf8(table.replaceAll(';', '\t')))).toEqual([title]);
  });

  it('quotes within a cell, as spreadsheets read them', () => {
    expect(titles(utf8('Titel;Ziel\n24" Räder "für alle";x\n"Ein ""Zitat""";y\n'))).toEqual([
      '24" Räder "für alle"',
      'Ein "Zitat"',
    ]);
  });

  it('letters in composed form, however the file writes them', () => {
    expect(titles(utf8(table.normalize('NFD')))).toEqual([title]);
  });

  it('JSON with mark and without an ending that says so', () => {
    const text = `\ufeff${JSON.stringify([city(1), task(1, '0001')])}`;
    expect(measuresOf(importing(utf8(text), { fileName: 'dump' }))).toHaveLength(1);
  });
});
