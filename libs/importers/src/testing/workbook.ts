import { strToU8, type Zippable, zipSync } from 'fflate';

/** What a cell of a test sheet holds, and how a spreadsheet would have written it. */
export type TestCell =
  | string
  | number
  | boolean
  | null
  | { readonly date: string; readonly format?: 'day' | 'month' }
  | { readonly percent: number }
  | { readonly formula: string; readonly value: string | number }
  | { readonly rich: readonly string[] }
  | { readonly inline: string }
  | { readonly error: string };

export interface TestSheet {
  readonly name: string;
  readonly rows: readonly (readonly TestCell[])[];
  /** Such as `A3:A7`. */
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
  readonly hiddenRows?: readonly number[];
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

const serial = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

class Strings {
  private readonly places = new Map<string, number>();

  placeOf(xml: string): number {
    const known = this.places.get(xml);
    if (known !== undefined) return known;
    this.places.set(xml, this.places.size);
    return this.places.size - 1;
  }

  get xml(): string {
    return `${head}<sst xmlns="${main}">${[...this.places.keys()].map((text) => `<si>${text}</si>`).join('')}</sst>`;
  }
}

const cellXml = (at: string, cell: TestCell, strings: Strings): string => {
  const shared = (xml: string) => `<c r="${at}" t="s"><v>${strings.placeOf(xml)}</v></c>`;
  if (cell === null || cell === '') return `<c r="${at}" s="0"/>`;
  if (typeof cell === 'string') return shared(`<t xml:space="preserve">${escaped(cell)}</t>`);
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if ('date' in cell) {
    return `<c r="${at}" s="${cell.format === 'month' ? 3 : 1}"><v>${serial(cell.date)}</v></c>`;
  }
  if ('percent' in cell) return `<c r="${at}" s="2"><v>${cell.percent}</v></c>`;
  if ('formula' in cell) {
    const type = typeof cell.value === 'string' ? ' t="str"' : '';
    return `<c r="${at}"${type}><f>${escaped(cell.formula)}</f><v>${escaped(String(cell.value))}</v></c>`;
  }
  if ('rich' in cell) {
    const runs = cell.rich.map(
      (text) => `<r><rPr><b/></rPr><t xml:space="preserve">${escaped(text)}</t></r>`,
    );
    return shared(`${runs.join('')}<rPh sb="0" eb="1"><t>nicht gemeint</t></rPh>`);
  }
  if ('error' in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell.inline)}</t></is></c>`;
};

const sheetXml = ({ rows, merges = [], hiddenRows = [] }: TestSheet, strings: Strings): string => {
  const lines = rows.map((cells, row) => {
    const hidden = hiddenRows.includes(row + 1) ? ' hidden="1"' : '';
    const inner = cells.map((cell, column) =>
      cellXml(`${letters(column)}${row + 1}`, cell, strings),
    );
    return `<row r="${row + 1}"${hidden}>${inner.join('')}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `${head}<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData>${
    merged === '' ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`
  }</worksheet>`;
};

const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="mmm\\ yyyy"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** The parts of a workbook by their names, for tests that change one. */
export const workbookParts = (sheets: readonly TestSheet[]): Record<string, string> => {
  const strings = new Strings();
  const worksheets = sheets.map((sheet) => sheetXml(sheet, strings));
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets
      .map(
        ({ name, hidden }, index) =>
          `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}/relationships">${sheets
      .map((_, index) =>
        relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
      )
      .join(
        '',
      )}${relation('rId90', 'sharedStrings', 'sharedStrings.xml')}${relation('rId91', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': styles,
    ...Object.fromEntries(
      worksheets.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml]),
    ),
    'xl/sharedStrings.xml': strings.xml,
  };
};

export const zipped = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ) as Zippable,
  );

/** A workbook such as a spreadsheet program saves. */
export const workbook = (...sheets: readonly TestSheet[]): Uint8Array =>
  zipped(workbookParts(sheets));
