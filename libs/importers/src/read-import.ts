import { firstDay, isPartialDate } from '@klimaspur/domain';
import type { Context } from './context.js';
import { isZip, refuseTooLarge, textOf } from './file-content.js';
import type {
  GrowingList,
  ImportDocument,
  ImportedMeasure,
  ImportedMunicipality,
  ImportFormat,
  ImportOptions,
  MeasureList,
} from './importer.js';
import { isLocalZero, readLocalZero } from './localzero/localzero.importer.js';
import type { ColumnMapping } from './measures-table/column-mapping.js';
import { readMeasuresTable } from './measures-table/measures-table.importer.js';
import { knownHeadings } from './measures-table/open-sheet.js';
import { Report } from './report.js';
import { csvTable } from './tables/csv-table.js';
import type { Table } from './tables/table.js';
import { Unreadable } from './unreadable.js';
import { xlsxTables } from './xlsx/xlsx-workbook.js';

const formatNames = {
  LOCALZERO: 'LocalZero (JSON)',
  MEASURES_CSV: 'CSV',
  MEASURES_XLSX: 'XLSX',
} as const;

type Read<List extends MeasureList> = Pick<
  ImportDocument<List>,
  'municipalities' | 'reading' | 'standOn'
>;

/**
 * Reads a file of any kind we know. Never throws on content: what is wrong with the file stands in `refused`,
 * what is wrong with a row does not stop the others.
 */
export const readImport = (bytes: Uint8Array, options: ImportOptions): ImportDocument => {
  const steps = readImportSteps(bytes, options, (): ImportedMeasure[] => []);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
};

/** The same, a row at a time, for whoever has other things to do in between, or keeps measures elsewhere. */
export function* readImportSteps<List extends GrowingList>(
  bytes: Uint8Array,
  options: ImportOptions,
  newList: () => List,
): Generator<undefined, ImportDocument<List>> {
  const report = new Report();
  const { fileName, standOn, today } = options;
  const sort = isZip(bytes) ? 'MEASURES_XLSX' : (options.format ?? guessFormat(bytes, fileName));
  const format = sort === 'MEASURES_XLSX' && !isZip(bytes) ? 'MEASURES_CSV' : sort;
  const context = { report, today, standOn, fallbackName: nameFrom(fileName) };
  let read: Read<List> = { municipalities: [], standOn: standOn ?? null };
  try {
    refuseTooLarge(bytes);
    refuseUnlikely(options, format);
    if (standOn !== undefined && standOn !== null && !hasBeen(standOn, today)) {
      const reason = isPartialDate(standOn) ? 'stand/in-the-future' : 'stand/not-a-date';
      report.refuse('file', '', standOn, reason);
    } else if (format === 'LOCALZERO') {
      read = {
        ...read,
        municipalities: readJson(textOf(bytes), { ...context, standOn: standOn ?? null }).map(
          (town) => filed(town, newList()),
        ),
      };
    } else {
      const found = yield* readMeasuresTable(
        tablesOf(bytes, options.mapping ?? {}),
        options.mapping ?? {},
        context,
        newList,
      );
      read = found ?? read;
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    // Rows that were read before the place where it is broken are of no use.
    const broken = new Report();
    broken.refuse('file', '', fileName.slice(-120), error.reason, error.params);
    return { format, refused: broken.refused, findings: [], notTaken: [], ...read };
  }
  const { refused, findings, notTaken } = report;
  return { format, refused, findings, notTaken, ...read };
}

/** JSON lies in memory as a whole, whatever becomes of its measures. */
const filed = <List extends GrowingList>(
  { plan, ...town }: ImportedMunicipality,
  measures: List,
): ImportedMunicipality<List> => {
  for (const measure of plan.measures) measures.push(measure);
  return { ...town, plan: { ...plan, measures } };
};

const hasBeen = (date: string, today: string) => isPartialDate(date) && firstDay(date) <= today;

/** Whoever asks for LocalZero data gives no workbook. */
const refuseUnlikely = ({ format }: ImportOptions, found: ImportFormat): void => {
  if (format === 'LOCALZERO' && found !== format) refuseOtherFormat(found, format);
};

const tablesOf = (bytes: Uint8Array, mapping: ColumnMapping): Table[] => {
  if (isZip(bytes)) return xlsxTables(bytes);
  const text = textOf(bytes);
  if (startsLikeJson(text)) refuseJson(text);
  return [csvTable(text, (rows) => knownHeadings(rows, mapping))];
};

/** What is of LocalZero is read by the other import, what is not by none. */
const refuseJson = (text: string): never => {
  const json = jsonIn(text);
  if (isLocalZero(json)) return refuseOtherFormat('LOCALZERO', 'MEASURES_CSV');
  throw new Unreadable('file/json-list');
};

const startsLikeJson = (text: string) => /^\s*[[{]/.test(text);

const guessFormat = (bytes: Uint8Array, fileName: string): ImportFormat => {
  if (/\.json$/i.test(fileName)) return 'LOCALZERO';
  const start = new TextDecoder().decode(bytes.subarray(0, 1000));
  return startsLikeJson(start) && !/\.csv$/i.test(fileName) ? 'LOCALZERO' : 'MEASURES_CSV';
};

/** `…/plan_2024.csv` → `plan_2024`. */
const nameFrom = (fileName: string) =>
  (fileName.split(/[\\/]/).at(-1) ?? '')
    .replace(/\.[^.]*$/, '')
    .trim()
    .slice(0, 100) || 'Import';

const readJson = (text: string, context: Context): ImportedMunicipality[] => {
  const { report } = context;
  if (!startsLikeJson(text) && /^[^\n]*[;,\t]/.test(text)) {
    refuseOtherFormat('MEASURES_CSV', 'LOCALZERO');
  }
  const json = jsonIn(text);
  if (Array.isArray(json) && json.length === 0) throw new Unreadable('file/empty');
  const municipalities = readLocalZero(json, context);
  if (municipalities === undefined) report.refuse('file', '', json, 'file/not-localzero');
  return municipalities ?? [];
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Unreadable('file/not-json', { line: lineOf(error, text) });
  }
};

/** Where a parser stopped: at a place it names, or at the end. */
const lineOf = (error: unknown, text: string): number => {
  const [, at] = /at position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
  return text.slice(0, at === undefined ? text.length : Number(at)).split('\n').length;
};

const refuseOtherFormat = (found: ImportFormat, asked: ImportFormat): never => {
  throw new Unreadable('file/other-format', {
    found: formatNames[found],
    asked: formatNames[asked],
  });
};
