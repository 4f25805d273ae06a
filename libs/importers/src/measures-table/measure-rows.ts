import type { Context } from '../context.js';
import type { GrowingList } from '../importer.js';
import { Row } from '../row.js';
import { type Cell, columnLetters, isBlank, type Table, type TableRow } from '../tables/table.js';
import { continuations, type Continuations } from './continuations.js';
import { areBlocks, FieldBlocks } from './field-blocks.js';
import type { MeasureKeys } from './measure-keys.js';
import { type OpenSheet, rowsBelow } from './open-sheet.js';
import { rowPlace, sheetPlace } from './places.js';
import type { ReadSheet } from './read-sheets.js';
import { SheetLines } from './sheet-lines.js';
import type { RowsByTown } from './rows-by-town.js';
import { readSheetMeasure } from './sheet-measure.js';
import { type SheetColumns, SheetRow } from './sheet-row.js';
import type { StatusWords } from './status-word-list.js';
import { unguarded } from './unguarded.js';

/** What spreadsheets show where a formula has no result, in German and English. */
const formulaError =
  /^#(?:REF!|BEZUG!|N\/A|NV|VALUE!|WERT!|NAME\?|DIV\/0!|NUM!|ZAHL!|NULL!|SPILL!|ÜBERLAUF!|CALC!|KALK!)$/;

export interface MeasureRows {
  /** Rows that hold, or should hold, a measure; and those of them that are hidden. */
  readonly count: number;
  readonly hidden: number;
}

/** What stands below the heading, a row at each step, into the towns that it names. */
export function* measureRows(
  { open, columns, keyAt }: ReadSheet,
  tables: readonly Table[],
  words: StatusWords,
  keys: MeasureKeys,
  context: Context,
  towns: Pick<RowsByTown<GrowingList>, 'add'>,
): Generator<undefined, MeasureRows> {
  const { heading, table, label } = open;
  const rests = columns.own ? continuations(tables) : undefined;
  const isBlocks = !columns.own && areBlocks(rowsBelow(open), keyAt);
  const blocks = isBlocks ? new FieldBlocks() : undefined;
  const named = open.field === undefined || columns.byKey.has('field') ? [] : [open.field];
  let hidden = 0;
  let count = 0;
  const lines = new SheetLines(heading, keyAt, context.report, label).of(table.rows());
  for (const { row: tableRow, path: sections } of lines) {
    yield;
    count += 1;
    if (tableRow.hidden) hidden += 1;
    if (!fits(tableRow, open, context)) continue;
    const { row, cells } = rowOf(tableRow, columns, { ...open, rests }, context);
    const sheetRow = new SheetRow(row, cells, columns, context);
    const path = [...named, ...(blocks?.pathOf(sheetRow, sections) ?? sections)];
    const measure = readSheetMeasure(sheetRow, path, keys, words, label);
    for (const column of columns.left) row.leave('', column.heading, column.reason);
    row.leaveTheRest('');
    if (measure === undefined) continue;
    towns.add(measure);
  }
  if (blocks && blocks.count > 0) {
    const column = columns.byKey.get('field')?.[0] ?? '';
    context.report.find(sheetPlace(label), 'field-from-above', { column, count: blocks.count });
  }
  return { count, hidden };
}

const fits = (
  { cells, number }: TableRow,
  { table, heading, label }: OpenSheet,
  { report }: Pick<Context, 'report'>,
): boolean => {
  const expected = heading.names.length;
  const rest = cells.slice(expected);
  const found = rest.every(isBlank) ? Math.min(cells.length, expected) : cells.length;
  if (!table.fixedWidth || found === expected) return true;
  const value = cells.map((cell) => cell?.text ?? '').join(' · ');
  report.refuse(rowPlace(number, label), '', value, 'row/cells', { found, expected });
  return false;
};

const rowOf = (
  { cells, number }: TableRow,
  { own, byKey }: SheetColumns,
  {
    table,
    label,
    heading: { names },
    rests,
  }: OpenSheet & { readonly rests: Continuations | undefined },
  { report }: Pick<Context, 'report'>,
): { row: Row; cells: ReadonlyMap<string, Cell> } => {
  const byName = new Map<string, Cell>();
  const errors = new Map<string, string>();
  for (const [column, cell] of cells.entries()) {
    const name = names[column] ?? columnLetters(column);
    if (!own && cell && formulaError.test(cell.text.trim())) errors.set(name, cell.text.trim());
    else if (cell) byName.set(name, cell);
  }
  const isGuarded = own && table.fixedWidth;
  const id = byName.get(byKey.get('id')?.[0] ?? '')?.text ?? '';
  const values = Object.fromEntries(
    Array.from(byName, ([name, { text }]) => [
      name,
      (isGuarded ? unguarded(text) : text) + (rests?.of(id, name) ?? ''),
    ]),
  );
  const row = new Row(rowPlace(number, label), values, report, own);
  for (const [column, value] of errors) {
    // Without a title there is no measure; everything else can be asked for later.
    if (byKey.get('title')?.includes(column)) row.refuse(column, value, 'field/formula-error');
    else report.find(row.where, 'formula-error', { column, value });
  }
  return { row, cells: byName };
};
