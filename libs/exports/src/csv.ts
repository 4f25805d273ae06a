import { stringify } from 'csv-stringify/sync';
import { inParts } from './in-parts.js';
import type { MeasureExportRow } from './measure-export-row.js';
import type { Language } from './language.js';
import { tableColumns } from './table.js';

/** A spreadsheet runs a cell that begins like this as a formula. */
const runs = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * An apostrophe before such a cell keeps it a text. Cells that begin with apostrophes and such a sign get one
 * too: so taking one away on the way back always gives the cell as it was.
 */
const guarded = (cell: string) => (runs.test(cell) ? `'${cell}` : cell);

const lines = (rows: readonly (readonly string[])[], bom: boolean): string =>
  stringify(
    rows.map((cells) => cells.map(guarded)),
    {
      delimiter: ';',
      bom,
      record_delimiter: '\r\n',
      // Also a single CR or LF inside a cell: readers differ in what ends a line.
      quote_record_delimiter: true,
    },
  );

/**
 * Any table as CSV: RFC 4180 with `;` instead of the comma, because a German spreadsheet splits at nothing else
 * when a file is opened by a click; UTF-8 with byte order mark, lines end with CRLF.
 */
export const csv = (headings: readonly string[], rows: Iterable<readonly string[]>): string =>
  lines([headings, ...rows], true);

/** More rows of such a table, for whoever writes it piece by piece. */
export const csvLines = (rows: readonly (readonly string[])[]): string => lines(rows, false);

/** The same text piece by piece, so that a long list never lies in memory as a whole. */
export function* measuresCsvParts(
  rows: Iterable<MeasureExportRow>,
  language: Language = 'de',
): Generator<string> {
  yield lines([tableColumns.map(({ heading }) => heading[language])], true);
  for (const part of inParts(rows)) {
    yield lines(
      part.map((row) => tableColumns.map(({ cell }) => cell(row, language))),
      false,
    );
  }
}

/** Measures as CSV. The importer reads exactly these columns back. */
export const measuresCsv = (rows: Iterable<MeasureExportRow>, language: Language = 'de'): string =>
  [...measuresCsvParts(rows, language)].join('');
