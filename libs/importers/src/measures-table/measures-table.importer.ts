import { firstDay, type PartialDate } from '@klimaspur/domain';
import type { Context } from '../context.js';
import type { ImportedMeasure, ImportedMunicipality } from '../importer.js';
import { Row } from '../row.js';
import { type Cell, columnLetters, isBlank, type Table, type TableRow } from '../tables/table.js';
import type { ColumnMapping, ColumnTarget } from './column-mapping.js';
import type { ColumnKey } from './column-words.js';
import { FieldPaths } from './field-paths.js';
import { type GuessedColumn, guessColumns, isOwnSheet } from './guess-columns.js';
import { standAbove } from './heading-row.js';
import { openSheet, type OpenSheet } from './open-sheet.js';
import { dateOrderOf, readSheetTime } from './sheet-date.js';
import { SheetLines } from './sheet-lines.js';
import { readSheetMeasure } from './sheet-measure.js';
import type { SheetReading } from './sheet-reading.js';
import { type SheetColumns, SheetRow } from './sheet-row.js';
import { StatusWords } from './sheet-status.js';
import { continuations, type Continuations } from './continuations.js';
import { unguarded } from './unguarded.js';

/** Name under which a list of measures is remembered as a source. */
const listSystem = 'CSV';

export interface SheetImport {
  /** Absent where no column is known to hold the titles: the reading then asks which. */
  readonly municipality?: ImportedMunicipality;
  readonly reading: SheetReading;
  readonly standOn: PartialDate | null;
}

/**
 * A list of measures, or our own export of one, out of any table. Undefined when the tables hold no such list.
 * A step of the iteration is one row.
 */
export function* readMeasuresTable(
  tables: readonly Table[],
  mapping: ColumnMapping,
  context: Omit<Context, 'standOn'> & { readonly standOn: PartialDate | null | undefined },
): Generator<undefined, SheetImport | undefined> {
  const { report, fallbackName } = context;
  const open = openSheet(tables, mapping, report);
  if (open === undefined) return undefined;
  const { heading, sample, table } = open;
  const guessed = guessColumns(
    heading.names,
    sample.filter(({ number }) => number > heading.last),
    mapping,
  );
  const columns = columnsOf(guessed, open, mapping);
  const told = standOf(open, context.today);
  const standOn = context.standOn === undefined ? told : context.standOn;
  if (context.standOn === undefined && told !== null)
    report.find('file', 'stand-from-sheet', { date: told });
  const rests = columns.own ? continuations(tables) : undefined;
  const words = new StatusWords();
  if (!columns.byKey.has('title')) {
    const headings = heading.names.join(' · ').slice(0, 300);
    report.refuse('file', '', '', 'file/no-title-column', { headings });
    return { reading: readingOf(open, tables, guessed, columns, words, told), standOn };
  }
  const fields = new FieldPaths({ system: listSystem });
  const keys = new Map<string, string>();
  const measures: ImportedMeasure[] = [];
  const sheetContext: Context = { ...context, standOn };
  const keyAt = keysByColumn(guessed);
  let hidden = 0;
  let count = 0;
  for (const { row: tableRow, path: sections } of new SheetLines(heading, keyAt, report).of(
    table.rows(),
  )) {
    yield;
    count += 1;
    if (tableRow.hidden) hidden += 1;
    if (!fits(tableRow, open, context)) continue;
    const { row, cells } = rowOf(tableRow, columns, { ...open, rests }, context);
    const measure = readSheetMeasure(
      new SheetRow(row, cells, columns, sheetContext),
      sections,
      keys,
      words,
    );
    for (const column of columns.left) row.leave('', column.heading, column.reason);
    row.leaveTheRest('');
    if (measure === undefined) continue;
    const { path, ...content } = measure;
    const field = fields.keyOf(path);
    measures.push({ ...content, ...(field ? { field } : {}), order: fields.nextOrder(field) });
  }
  if (count === 0) {
    report.refuse('file', '', '', 'file/empty');
    return undefined;
  }
  if (hidden > 0) report.find('file', 'rows-hidden', { count: hidden });
  for (const { word, meaning, sure, count: times } of words.list) {
    if (meaning === null) report.find('file', 'status-word-unknown', { word, count: times });
    else if (!sure) report.find('file', 'status-word-guessed', { word, count: times, meaning });
  }
  const source = { system: listSystem, key: fallbackName };
  report.find('file', 'town-not-named', { name: fallbackName });
  const plan = { source, title: fallbackName, fields: fields.fields, measures };
  return {
    municipality: { source, name: fallbackName, named: false, plan },
    reading: readingOf(open, tables, guessed, columns, words, told),
    standOn,
  };
}

const keysByColumn =
  (guessed: readonly GuessedColumn[]) =>
  (column: number): ColumnKey | undefined => {
    const target = guessed[column]?.target;
    return target === null || target === 'ignore' ? undefined : target;
  };

/** State is folded from entries; a list only begins it where nothing is there yet. */
const stateKeys: ReadonlySet<ColumnTarget | null> = new Set<ColumnTarget>([
  'decisionCode',
  'decidedOn',
  'statusCode',
  'statusSince',
  'percent',
  'startedOn',
  'endedOn',
  'delayReportedOn',
  'checkedOn',
]);

const columnsOf = (
  guessed: readonly GuessedColumn[],
  open: OpenSheet,
  mapping: ColumnMapping,
): SheetColumns => {
  const byKey = new Map<ColumnKey, string[]>();
  for (const { target, heading } of guessed) {
    if (target === null || target === 'ignore') continue;
    byKey.set(target, [...(byKey.get(target) ?? []), heading]);
  }
  const because = (is: (column: GuessedColumn) => boolean) =>
    guessed.filter(is).map(({ heading }) => heading);
  const own = isOwnSheet(open.heading.names, mapping);
  return {
    byKey,
    left: [
      ...because(({ reason }) => reason === 'computed').map((heading) => ({
        heading,
        reason: 'computed' as const,
      })),
      ...because(({ reason }) => reason === 'personal').map((heading) => ({
        heading,
        reason: 'personal' as const,
      })),
      ...because(({ target }) => own && stateKeys.has(target)).map((heading) => ({
        heading,
        reason: 'computed' as const,
      })),
      ...because(({ target }) => target === 'ignore').map((heading) => ({
        heading,
        reason: 'ignored' as const,
      })),
    ],
    own,
    dateOrder:
      mapping.dateOrder ??
      dateOrderOf(open.sample.flatMap(({ cells }) => cells.map((cell) => cell?.text ?? ''))),
    statusWords: mapping.statusWords ?? {},
  };
};

/** The day that the sheet names; one in the future is none. */
const standOf = ({ sample, heading }: OpenSheet, today: string): PartialDate | null => {
  const time = readSheetTime(standAbove(sample, heading) ?? '');
  const day = time?.exact ? (time.start ?? null) : null;
  return day !== null && firstDay(day) <= today ? day : null;
};

const fits = (
  { cells, number }: TableRow,
  { table, heading }: OpenSheet,
  { report }: Pick<Context, 'report'>,
): boolean => {
  const expected = heading.names.length;
  const rest = cells.slice(expected);
  const found = rest.every(isBlank) ? Math.min(cells.length, expected) : cells.length;
  if (!table.fixedWidth || found === expected) return true;
  const value = cells.map((cell) => cell?.text ?? '').join(' · ');
  report.refuse(`row ${number}`, '', value, 'row/cells', { found, expected });
  return false;
};

const rowOf = (
  { cells, number }: TableRow,
  { own, byKey }: SheetColumns,
  { table, heading: { names }, rests }: OpenSheet & { readonly rests: Continuations | undefined },
  { report }: Pick<Context, 'report'>,
): { row: Row; cells: ReadonlyMap<string, Cell> } => {
  const byName = new Map<string, Cell>();
  for (const [column, cell] of cells.entries()) {
    if (cell) byName.set(names[column] ?? columnLetters(column), cell);
  }
  const isGuarded = own && table.fixedWidth;
  const id = byName.get(byKey.get('id')?.[0] ?? '')?.text ?? '';
  const values = Object.fromEntries(
    Array.from(byName, ([name, { text }]) => [
      name,
      (isGuarded ? unguarded(text) : text) + (rests?.of(id, name) ?? ''),
    ]),
  );
  return { row: new Row(`row ${number}`, values, report, own), cells: byName };
};

const readingOf = (
  { table, heading, known }: OpenSheet,
  tables: readonly Table[],
  columns: readonly GuessedColumn[],
  { dateOrder, statusWords }: SheetColumns,
  words: StatusWords,
  standOn: PartialDate | null,
): SheetReading => ({
  sheets: tables.map(({ name, hidden }, index) => ({ name, hidden, known: known[index] ?? 0 })),
  sheet: table.name,
  headingRow: heading.last,
  columns,
  unplaced: columns.flatMap(({ heading: name, reason }) =>
    reason === 'unknown' || reason === 'taken' ? [name] : [],
  ),
  statusWords: words.list,
  standOn,
  mapping: {
    ...(table.name === '' ? {} : { sheet: table.name }),
    headingRow: heading.last,
    columns: Object.fromEntries(
      columns.flatMap(({ heading: name, target }) => (target === null ? [] : [[name, target]])),
    ),
    dateOrder,
    statusWords: {
      ...Object.fromEntries(
        words.list.flatMap(({ word, meaning }) => (meaning === null ? [] : [[word, meaning]])),
      ),
      ...statusWords,
    },
  },
});
