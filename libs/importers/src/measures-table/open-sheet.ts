import type { Report } from '../report.js';
import { isBlank, type Table, type TableRow } from '../tables/table.js';
import { Unreadable } from '../unreadable.js';
import { ownEntry } from '../own-entry.js';
import type { ColumnMapping } from './column-mapping.js';
import { type ColumnKey, isOwnId, knownHeading, ownHeading } from './column-words.js';
import { continuationSheets } from './continuations.js';
import { findHeading, type HeadingRow, likelyHeading, rowsBeforeHeading } from './heading-row.js';
import { askedOf, isAlike, type LookedAt, mainOf, namesOf, usesOf } from './sheet-choice.js';
import type { FoundSheet, SheetUse } from './sheet-reading.js';
import { withUnits } from './unit-row.js';

/** A sheet that holds measures, and where in it they begin. */
export interface OpenSheet {
  readonly table: Table;
  readonly heading: HeadingRow;
  /** The first rows: those above the heading, and enough below it to see what the columns hold. */
  readonly sample: readonly TableRow[];
  /** Its name, where several sheets are read and places in them have to say in which; else ''. */
  readonly label: string;
  /** The field in which its measures stand; absent where the sheet is not one of several alike. */
  readonly field?: string;
}

export interface OpenFile {
  /** The sheet with most known headings; what its columns mean holds for the others too. */
  readonly main: OpenSheet;
  /** All that are read, in the order of the file. */
  readonly sheets: readonly OpenSheet[];
  readonly found: readonly FoundSheet[];
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

type KeyOf = (heading: string) => ColumnKey | undefined;

const keyOf =
  ({ columns = {} }: ColumnMapping): KeyOf =>
  (heading) => {
    const asked = ownEntry(columns, heading);
    if (asked !== undefined) return asked === 'ignore' ? undefined : asked;
    return isOwnId(heading) ? 'id' : (knownHeading(heading)?.key ?? ownHeading(heading));
  };

/** How many headings that mean something these first rows of a file hold. */
export const knownHeadings = (rows: readonly TableRow[], mapping: ColumnMapping): number =>
  findHeading(rows, keyOf(mapping))?.known ?? 0;

/** Rows of the sample that may be measures. */
export const rowsBelow = ({ sample, heading }: Pick<OpenSheet, 'sample' | 'heading'>): TableRow[] =>
  sample.filter(({ number }) => number > heading.last);

const lookedAt = (table: Table, key: KeyOf): LookedAt => {
  const sample = firstRows(table);
  const heading = findHeading(sample, key);
  const keys = new Set(heading?.names.flatMap((name) => key(name) ?? []));
  const column = heading?.names.findIndex((name) => key(name) === 'title') ?? -1;
  const titles = heading
    ? rowsBelow({ sample, heading }).flatMap(({ cells }) => cells[column]?.text.trim() || [])
    : [];
  return { table, sample, heading, keys, titles: new Set(titles) };
};

/**
 * The sheets that were asked for, else the one with most known headings and all that have the same columns and other
 * measures; hidden ones only where asked for. Where no heading is known, the likeliest one: whoever sent the file may
 * still say what its columns are.
 */
export const openFile = (
  tables: readonly Table[],
  mapping: ColumnMapping,
  report: Report,
): OpenFile => {
  const key = keyOf(mapping);
  const asked = askedOf(mapping, tables);
  const looked = tables.map((table) => lookedAt(table, key));
  const main = mainOf(looked, asked);
  const first = main && headingOf(main, key, mapping.headingRow);
  if (!main || !first) throw unreadable(looked);
  const found = (use: (sheet: LookedAt) => SheetUse) =>
    looked.map((sheet): FoundSheet => {
      const { name, hidden } = sheet.table;
      return { name, hidden, known: sheet.heading?.known ?? 0, use: use(sheet) };
    });
  const alone = { table: main.table, heading: first, sample: main.sample, label: '' };
  if (first.names.some(isOwnId)) {
    leaveOtherSheets(tables, main.table, report);
    return {
      main: alone,
      sheets: [alone],
      found: found((sheet) => (sheet === main ? 'read' : 'ignored')),
    };
  }
  const uses = usesOf(looked, main, asked);
  reportOn(uses, report);
  const read = looked.filter((sheet) => uses.get(sheet) === 'read');
  const several = looked.filter(
    (sheet) => isAlike(main, sheet) && ['read', 'ignored'].includes(uses.get(sheet) ?? ''),
  );
  const sheets = read.map((sheet): OpenSheet => {
    const heading = sheet === main ? first : headingOf(sheet, key)!;
    const { table, sample } = sheet;
    const label = read.length > 1 ? table.name : '';
    const field = several.length > 1 && several.includes(sheet) ? fieldIn(table.name) : undefined;
    return { table, sample, heading, label, ...(field ? { field } : {}) };
  });
  return {
    main: sheets[read.indexOf(main)]!,
    sheets,
    found: found((sheet) => uses.get(sheet)!),
  };
};

const headingOf = (
  { sample, heading }: LookedAt,
  key: KeyOf,
  row?: number,
): HeadingRow | undefined => {
  const asked = row === undefined ? heading : findHeading(sample, key, row);
  const named = asked ?? likelyHeading(sample, key);
  return named && withUnits(named, sample, key);
};

/** What spreadsheets and towns call a sheet that has no name of its own. */
const nameless =
  /^(?:tabelle|sheet|blatt|table|liste|maßnahmen(?:liste|katalog|übersicht|plan)?|measures|seite|teil)?[\s_-]*\d*$/iu;

const fieldIn = (name: string): string | undefined => {
  const field = name.replaceAll('_', ' ').replace(/\s+/g, ' ').trim();
  return nameless.test(field) ? undefined : field;
};

const unreadable = (looked: readonly LookedAt[]): Unreadable => {
  const row = looked.flatMap(({ sample }) => sample).find(({ cells }) => !cells.every(isBlank));
  if (!row) return new Unreadable('file/empty');
  return new Unreadable('file/no-title-column', { headings: headingsIn(row) });
};

/** Our own workbook says more than its measures; what stands in full cells of theirs is read with them. */
const leaveOtherSheets = (tables: readonly Table[], read: Table, report: Report): void => {
  for (const other of tables) {
    if (other !== read && !continuationSheets.has(other.name)) {
      report.leave(other.name, 'other-sheet');
    }
  }
};

/** Which sheets are read, and why others are not; an empty one needs no words. */
const reportOn = (uses: ReadonlyMap<LookedAt, SheetUse>, report: Report): void => {
  const of = (use: SheetUse) =>
    [...uses]
      .filter(([{ sample }, is]) => is === use && sample.length > 0)
      .map(([one]) => one.table);
  const read = of('read');
  if (read.length > 1) report.find('file', 'sheets-read', { sheets: namesOf(read) });
  const codes = {
    hidden: 'sheets-hidden',
    'no-table': 'sheets-without-table',
    'other-columns': 'sheets-other-columns',
    'same-measures': 'sheets-same-measures',
  } as const;
  for (const [use, code] of Object.entries(codes)) {
    const sheets = of(use as keyof typeof codes);
    if (sheets.length > 0) report.find('file', code, { sheets: namesOf(sheets) });
  }
  for (const { name } of of('ignored')) report.leave(name, 'ignored');
};

/** As they stand in a row, for whoever asks what was found. */
const headingsIn = ({ cells }: TableRow): string =>
  cells
    .map((cell) => cell?.text ?? '')
    .join(' · ')
    .slice(0, 300);
