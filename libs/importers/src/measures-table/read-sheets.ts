import type { TableRow } from '../tables/table.js';
import type { ColumnMapping, ColumnTarget } from './column-mapping.js';
import type { ColumnKey } from './column-words.js';
import { type GuessedColumn, guessColumns } from './guess-columns.js';
import { type OpenFile, type OpenSheet, rowsBelow } from './open-sheet.js';
import { columnsOf, keysByColumn } from './sheet-columns.js';
import { dateOrderOf } from './sheet-date.js';
import type { SheetColumns } from './sheet-row.js';

/** A sheet that is read, with what its columns are. */
export interface ReadSheet {
  readonly open: OpenSheet;
  readonly guessed: readonly GuessedColumn[];
  readonly columns: SheetColumns;
  readonly keyAt: (column: number) => ColumnKey | undefined;
}

/** What the columns of each sheet are: a heading means the same in all of them, whatever a short one shows. */
export const readSheets = ({ main, sheets }: OpenFile, mapping: ColumnMapping): ReadSheet[] => {
  const names = main.heading.names.join('\n');
  const same = sheets.filter(({ heading }) => heading.names.join('\n') === names);
  const rows = same.flatMap(rowsBelow);
  const guessed = guessColumns(main.heading.names, rows, mapping);
  const dateOrder = mapping.dateOrder ?? dateOrderOf(sheets.flatMap(textsOf));
  const asked = { ...mapping, dateOrder };
  const known = { ...asked, columns: { ...targetsOf(guessed), ...mapping.columns } };
  return sheets.map((open) =>
    same.includes(open)
      ? readSheet(open, guessed, rows, asked)
      : readSheet(
          open,
          guessColumns(open.heading.names, rowsBelow(open), known),
          rowsBelow(open),
          asked,
        ),
  );
};

const readSheet = (
  open: OpenSheet,
  guessed: readonly GuessedColumn[],
  rows: readonly TableRow[],
  mapping: ColumnMapping,
): ReadSheet => ({
  open,
  guessed,
  columns: columnsOf(guessed, open.heading.names, rows, mapping),
  keyAt: keysByColumn(guessed),
});

const textsOf = ({ sample }: OpenSheet): string[] =>
  sample.flatMap(({ cells }) => cells.map((cell) => cell?.text ?? ''));

const targetsOf = (columns: readonly GuessedColumn[]): Record<string, ColumnTarget> =>
  Object.fromEntries(
    columns.flatMap(({ heading, target }) => (target === null ? [] : [[heading, target]])),
  );

/** The columns of all sheets, those of the main one first, each heading once. */
export const allColumns = (sheets: readonly ReadSheet[], main: OpenSheet): GuessedColumn[] => {
  const first = sheets.find(({ open }) => open === main)?.guessed ?? [];
  const known = new Set(first.map(({ heading }) => heading));
  const others = sheets.flatMap(({ open, guessed }) =>
    guessed.flatMap((column) => {
      if (known.has(column.heading)) return [];
      known.add(column.heading);
      return [{ ...column, letter: `${open.label}!${column.letter}` }];
    }),
  );
  return [...first, ...others];
};
