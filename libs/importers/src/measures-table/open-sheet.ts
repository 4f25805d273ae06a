import type { Report } from '../report.js';
import { isBlank, type Table, type TableRow } from '../tables/table.js';
import { Unreadable } from '../unreadable.js';
import type { ColumnMapping } from './column-mapping.js';
import { type ColumnKey, isOwnId, knownHeading, ownHeading } from './column-words.js';
import { continuationSheets } from './continuations.js';
import { findHeading, type HeadingRow, likelyHeading, rowsBeforeHeading } from './heading-row.js';
import { withUnits } from './unit-row.js';

/** The sheet that holds the measures, and where in it they begin. */
export interface OpenSheet {
  readonly table: Table;
  readonly heading: HeadingRow;
  /** The first rows: those above the heading, and enough below it to see what the columns hold. */
  readonly sample: readonly TableRow[];
  /** How many headings are known in each sheet of the file. */
  readonly known: readonly number[];
}

const sampleRows = rowsBeforeHeading + 60;

const firstRows = (table: Table): TableRow[] => {
  const rows: TableRow[] = [];
  for (const row of table.rows()) {
    rows.push(row);
    if (rows.length >= sampleRows) break;
  }
  return rows;
};

const keyOf =
  ({ columns = {} }: ColumnMapping) =>
  (heading: string): ColumnKey | undefined => {
    const asked = columns[heading];
    if (asked !== undefined) return asked === 'ignore' ? undefined : asked;
    return isOwnId(heading) ? 'id' : (knownHeading(heading)?.key ?? ownHeading(heading));
  };

/** How many headings that mean something these first rows of a file hold. */
export const knownHeadings = (rows: readonly TableRow[], mapping: ColumnMapping): number =>
  findHeading(rows, keyOf(mapping))?.known ?? 0;

/**
 * The sheet that was asked for, else the one with most known headings; hidden ones only where asked for. Where no
 * heading is known, the likeliest one: whoever sent the file may still say what its columns are.
 */
export const openSheet = (
  tables: readonly Table[],
  mapping: ColumnMapping,
  report: Report,
): OpenSheet | undefined => {
  const { sheet, headingRow } = mapping;
  const wanted = tables.find(({ name }) => name === sheet);
  if (sheet !== undefined && sheet !== '' && !wanted) {
    throw new Unreadable('file/sheet-unknown', {
      sheet: sheet.slice(0, 80),
      sheets: namesOf(tables),
    });
  }
  const samples = tables.map(firstRows);
  const headings = samples.map((rows, index) =>
    findHeading(
      rows,
      keyOf(mapping),
      tables[index] === wanted || tables.length === 1 ? headingRow : undefined,
    ),
  );
  const known = headings.map((heading) => heading?.known ?? 0);
  const shown = tables.map((table, index) => (table.hidden ? 0 : (known[index] ?? 0)));
  const at = wanted ? tables.indexOf(wanted) : shown.indexOf(Math.max(...shown));
  const [table, sample = []] = [tables[at], samples[at]];
  const named = headings[at] ?? likelyHeading(sample, keyOf(mapping));
  const heading = named && withUnits(named, sample, keyOf(mapping));
  if (table && heading?.names.some(isOwnId)) {
    leaveOtherSheets(tables, table, report);
    return { table, heading, sample, known };
  }
  const left = tables.filter((other) => other.hidden && other !== table);
  if (left.length > 0) report.find('file', 'sheets-hidden', { sheets: namesOf(left) });
  const alike = tables.filter(
    (other, index) => other !== table && !other.hidden && isList(headings[index]),
  );
  if (table && heading && !wanted && alike.length > 0) {
    report.find('file', 'sheets-alike', { sheet: table.name, sheets: namesOf(alike) });
  }
  if (table && heading) return { table, heading, sample, known };
  const first = samples.flat().find(({ cells }) => !cells.every(isBlank));
  if (!first) throw new Unreadable('file/empty');
  throw new Unreadable('file/no-title-column', { headings: headingsIn(first) });
};

/** Our own workbook says more than its measures; what stands in full cells of theirs is read with them. */
const leaveOtherSheets = (tables: readonly Table[], read: Table, report: Report): void => {
  for (const other of tables) {
    if (other !== read && !continuationSheets.has(other.name)) {
      report.leave(other.name, 'other-sheet');
    }
  }
};

const namesOf = (tables: readonly Table[]): string =>
  tables
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 300);

/** A heading with the title and more: measures stand below it. */
const isList = (heading: HeadingRow | undefined): boolean => (heading?.known ?? 0) > 1;

/** As they stand in a row, for whoever asks what was found. */
const headingsIn = ({ cells }: TableRow): string =>
  cells
    .map((cell) => cell?.text ?? '')
    .join(' · ')
    .slice(0, 300);
