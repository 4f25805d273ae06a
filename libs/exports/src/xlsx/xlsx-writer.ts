import { strToU8, Zip, ZipDeflate } from 'fflate';
import {
  contentTypes,
  packageRelations,
  stylesXml,
  workbookRelations,
  workbookXml,
} from './workbook-parts.js';
import { rowXml, sheetEnd, sheetStart, type XlsxCell } from './sheet-xml.js';

export interface XlsxSheet {
  readonly name: string;
  readonly widths: readonly number[];
  /** The first row is the heading. */
  readonly rows: Iterable<readonly XlsxCell[]>;
}

/** Local midnight, which is what the file keeps: the same bytes on every day and in every time zone. */
const noTime = new Date(1980, 0, 1);
const ROWS_AT_ONCE = 200;

/** A workbook piece by piece, so that a long list never lies in memory as a whole. */
export function* xlsxParts(sheets: Iterable<XlsxSheet>): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const taken = () => {
    const chunks = ready;
    ready = [];
    return chunks;
  };
  const add = (name: string) => {
    const part = new ZipDeflate(name, { level: 6 });
    part.mtime = noTime;
    zip.add(part);
    return part;
  };
  const addWhole = (name: string, content: string) => add(name).push(strToU8(content), true);
  addWhole('[Content_Types].xml', contentTypes);
  addWhole('_rels/.rels', packageRelations);
  addWhole('xl/styles.xml', stylesXml);
  const names: string[] = [];
  for (const sheet of sheets) {
    names.push(sheet.name);
    const part = add(`xl/worksheets/sheet${names.length}.xml`);
    for (const xml of sheetParts(sheet)) {
      part.push(strToU8(xml));
      yield* taken();
    }
    part.push(new Uint8Array(0), true);
  }
  addWhole('xl/workbook.xml', workbookXml(names));
  addWhole('xl/_rels/workbook.xml.rels', workbookRelations(names));
  zip.end();
  yield* taken();
}

function* sheetParts({ widths, rows }: XlsxSheet): Generator<string> {
  yield sheetStart(widths);
  let number = 0;
  let some: string[] = [];
  for (const cells of rows) {
    number += 1;
    some.push(rowXml(number, cells));
    if (some.length < ROWS_AT_ONCE) continue;
    yield some.join('');
    some = [];
  }
  yield some.join('') + sheetEnd(widths.length, number);
}
