import type { PartialDate } from '@klimaspur/domain';
import type { Context } from '../context.js';
import type { GrowingList, ImportedMunicipality } from '../importer.js';
import { readableName } from '../readable-name.js';
import type { Report } from '../report.js';
import { rowLimit, type Table } from '../tables/table.js';
import { Unreadable } from '../unreadable.js';
import type { ColumnMapping } from './column-mapping.js';
import type { ColumnKey } from './column-words.js';
import { namesPersons, statesBeside } from './guess-columns.js';
import { holdsFigures } from './heading-row.js';
import { countAnew, MeasureKeys } from './measure-keys.js';
import { measureRows } from './measure-rows.js';
import { openFile } from './open-sheet.js';
import { sheetPlace } from './places.js';
import { allColumns, readSheets } from './read-sheets.js';
import { listSystem, type PlanRows } from './rows-by-plan.js';
import { RowsByTown } from './rows-by-town.js';
import type { SheetReading } from './sheet-reading.js';
import { StatusWords } from './status-word-list.js';
import { isDecisionWord, percentIn } from './status-words.js';
import { townAbove } from './town-above.js';
import { isTransposed } from './transposed.js';
import { readingOf, standIn } from './understood-sheet.js';

export interface SheetImport<List extends GrowingList> {
  /** One part for each plan. None where no column is known to hold the titles: the reading then asks which. */
  readonly municipalities: readonly ImportedMunicipality<List>[];
  readonly reading: SheetReading;
  readonly standOn: PartialDate | null;
}

/**
 * A list of measures, or our own export of one, out of any table. Undefined when the tables hold no such list.
 * A step of the iteration is one row.
 */
export function* readMeasuresTable<List extends GrowingList>(
  tables: readonly Table[],
  mapping: ColumnMapping,
  context: Omit<Context, 'standOn'> & { readonly standOn: PartialDate | null | undefined },
  newList: () => List,
): Generator<undefined, SheetImport<List> | undefined> {
  const { report, fallbackName, today } = context;
  const file = openFile(tables, mapping, report);
  const sheets = readSheets(file, mapping);
  if (sheets.some(isTransposed)) throw new Unreadable('file/transposed');
  const columns = allColumns(sheets, file.main);
  const words = new StatusWords();
  const stands = new Map(sheets.map(({ open }) => [open, standIn(open, today)]));
  const told = [...stands.values()].find((stand) => stand !== null) ?? null;
  const standOn = context.standOn === undefined ? told : context.standOn;
  const understood = () => readingOf(file, mapping, columns, sheets, words, told);
  const named = sheets.filter((sheet) => sheet.columns.byKey.has('title'));
  if (named.length === 0) {
    const { heading } = file.main;
    const headings = heading.names.join(' · ').slice(0, 300);
    const reason = holdsFigures(heading) ? 'file/no-headings' : 'file/no-title-column';
    report.refuse('file', '', '', reason, { headings });
    return { municipalities: [], reading: understood(), standOn };
  }
  if (context.standOn === undefined && told !== null) {
    report.find('file', 'stand-from-sheet', { date: told });
  }
  for (const { heading: column, samples } of columns.filter(namesPersons)) {
    if (samples.length > 0) report.find('file', 'person-column', { column });
  }
  const others = statesBeside(columns);
  if (others.length > 0) {
    const column = columns.find(({ target }) => target === 'status')?.heading ?? '';
    report.find('file', 'states-beside', { column, others: others.join(', ') });
  }
  const columnOf = (key: ColumnKey) => named.flatMap((one) => one.columns.byKey.get(key) ?? [])[0];
  const towns = new RowsByTown(newList, report, columnOf('municipality') ?? '');
  const keys = new MeasureKeys(report, countAnew(named));
  let count = 0;
  for (const sheet of named) {
    // A sheet that names a day of its own speaks for that day.
    const stand = context.standOn === undefined ? (stands.get(sheet.open) ?? told) : standOn;
    const within = { ...context, standOn: stand };
    const rows = yield* measureRows(sheet, tables, words, keys, within, towns);
    const place = sheetPlace(sheet.open.label);
    if (rows.hidden > 0) report.find(place, 'rows-hidden', { count: rows.hidden });
    count += rows.count;
    if (count > rowLimit) throw new Unreadable('file/too-many-rows', { max: rowLimit });
  }
  if (count === 0) {
    report.refuse('file', '', '', 'file/empty');
    return undefined;
  }
  reportOn(words, columnOf('status') ?? '', report);
  const above = named.flatMap(({ open }) => townAbove(open) ?? [])[0];
  const municipalities = towns.all.flatMap(({ name, plans }) =>
    townParts(name, plans, fallbackName, above),
  );
  if (!municipalities.every((town) => town.named)) {
    report.find('file', 'town-not-named', { name: above ?? fallbackName });
  }
  return { municipalities, reading: understood(), standOn };
}

const townParts = <List extends GrowingList>(
  named: string | undefined,
  plans: readonly PlanRows<List>[],
  fallbackName: string,
  above: string | undefined,
): ImportedMunicipality<List>[] => {
  const source = (key = fallbackName) => ({ source: { system: listSystem, key } });
  const readable = readableName(fallbackName);
  return plans.map(({ title, ...rest }) => ({
    ...{ ...source(named), name: named ?? above ?? readable, named: named !== undefined },
    plan: { ...source(title), title: title ?? readable, ...rest },
  }));
};

const reportOn = (words: StatusWords, column: string, report: Report): void => {
  for (const { where, word, meaning, sure, count } of words.placed) {
    const said = { column, word, count };
    if (isAskedInRows(word)) continue;
    if (meaning === null) report.find(where, 'status-word-unknown', said);
    else if (!sure) report.find(where, 'status-word-guessed', { ...said, meaning });
  }
};

/** Each of its rows asks what it means. */
const isAskedInRows = (word: string) => isDecisionWord(word) || percentIn(word) === 100;
