import type { PartialDate } from '@klimaspur/domain';
import type { Context } from '../context.js';
import type { GrowingList, ImportedMunicipality } from '../importer.js';
import { readableName } from '../readable-name.js';
import type { Report } from '../report.js';
import type { Table } from '../tables/table.js';
import type { ColumnMapping } from './column-mapping.js';
import { guessColumns, namesPersons, statesBeside } from './guess-columns.js';
import { holdsFigures } from './heading-row.js';
import { measureRows, type MeasureRows } from './measure-rows.js';
import { openSheet } from './open-sheet.js';
import { listSystem, type PlanRows } from './rows-by-plan.js';
import { RowsByTown } from './rows-by-town.js';
import { columnsOf, keysByColumn } from './sheet-columns.js';
import type { SheetReading } from './sheet-reading.js';
import { StatusWords } from './status-word-list.js';
import { isDecisionWord, percentIn } from './status-words.js';
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
  const { report, fallbackName } = context;
  const open = openSheet(tables, mapping, report);
  if (open === undefined) return undefined;
  const { heading, sample } = open;
  const below = sample.filter(({ number }) => number > heading.last);
  const guessed = guessColumns(heading.names, below, mapping);
  const columns = columnsOf(guessed, open, mapping);
  const told = standIn(open, context.today);
  const standOn = context.standOn === undefined ? told : context.standOn;
  const words = new StatusWords();
  const understood = () => readingOf(open, tables, guessed, columns, words, told);
  if (!columns.byKey.has('title')) {
    const headings = heading.names.join(' · ').slice(0, 300);
    const reason = holdsFigures(heading) ? 'file/no-headings' : 'file/no-title-column';
    report.refuse('file', '', '', reason, { headings });
    return { municipalities: [], reading: understood(), standOn };
  }
  if (context.standOn === undefined && told !== null) {
    report.find('file', 'stand-from-sheet', { date: told });
  }
  for (const { heading: column, samples } of guessed.filter(namesPersons)) {
    if (samples.length > 0) report.find('file', 'person-column', { column });
  }
  const others = statesBeside(guessed);
  const [column = ''] = columns.byKey.get('status') ?? [];
  if (others.length > 0)
    report.find('file', 'states-beside', { column, others: others.join(', ') });
  const keyAt = keysByColumn(guessed);
  const towns = new RowsByTown(newList, report, columns.byKey.get('municipality')?.[0] ?? '');
  const within = { ...context, standOn };
  const rows = yield* measureRows(open, tables, columns, keyAt, words, within, towns);
  if (rows.count === 0) {
    report.refuse('file', '', '', 'file/empty');
    return undefined;
  }
  reportOn(rows, words, columns.byKey.get('status')?.[0] ?? '', report);
  const municipalities = towns.all.flatMap(({ name, plans }) =>
    townParts(name, plans, fallbackName),
  );
  if (!municipalities.every(({ named }) => named)) {
    report.find('file', 'town-not-named', { name: readableName(fallbackName) });
  }
  return { municipalities, reading: understood(), standOn };
}

const townParts = <List extends GrowingList>(
  named: string | undefined,
  plans: readonly PlanRows<List>[],
  fallbackName: string,
): ImportedMunicipality<List>[] => {
  const source = (key = fallbackName) => ({ source: { system: listSystem, key } });
  const readable = readableName(fallbackName);
  return plans.map(({ title, ...rest }) => ({
    ...{ ...source(named), name: named ?? readable, named: named !== undefined },
    plan: { ...source(title), title: title ?? readable, ...rest },
  }));
};

const reportOn = (
  { hidden }: MeasureRows,
  words: StatusWords,
  column: string,
  report: Report,
): void => {
  if (hidden > 0) report.find('file', 'rows-hidden', { count: hidden });
  for (const { where, word, meaning, sure, count } of words.placed) {
    const said = { column, word, count };
    if (isAskedInRows(word)) continue;
    if (meaning === null) report.find(where, 'status-word-unknown', said);
    else if (!sure) report.find(where, 'status-word-guessed', { ...said, meaning });
  }
};

/** Each of its rows asks what it means. */
const isAskedInRows = (word: string) => isDecisionWord(word) || percentIn(word) === 100;
