import { firstDay, isPartialDate } from '@klimaspur/domain';
import type { Context } from './context.js';
import { readFileContent } from './file-content.js';
import type {
  ImportDocument,
  ImportedMunicipality,
  ImportFormat,
  ImportOptions,
} from './importer.js';
import { readLocalZero } from './localzero/localzero.importer.js';
import { readMeasuresCsv } from './measures-csv/measures-csv.importer.js';
import { Report } from './report.js';

const formatNames = { LOCALZERO: 'LocalZero (JSON)', MEASURES_CSV: 'CSV' } as const;

/**
 * Reads a file of any kind we know. Never throws on content: what is wrong with the file stands in `refused`,
 * what is wrong with a row does not stop the others.
 */
export const readImport = (bytes: Uint8Array, options: ImportOptions): ImportDocument => {
  const report = new Report();
  const content = readFileContent(bytes);
  const text = 'text' in content ? content.text : '';
  const format = options.format ?? guessFormat(text, options.fileName);
  const done = (municipalities: readonly ImportedMunicipality[]): ImportDocument => ({
    format,
    municipalities,
    refused: report.refused,
    findings: report.findings,
    notTaken: report.notTaken,
  });
  if ('reason' in content) {
    report.refuse('file', '', options.fileName.slice(-120), content.reason, content.params);
    return done([]);
  }
  const { standOn = null, today } = options;
  if (standOn !== null && (!isPartialDate(standOn) || firstDay(standOn) > today)) {
    report.refuse('file', '', standOn, 'stand/not-a-date');
    return done([]);
  }
  const context: Context = { report, today, standOn, fallbackName: nameFrom(options.fileName) };
  return done(format === 'LOCALZERO' ? readJson(text, context) : readTable(text, context));
};

const startsLikeJson = (text: string) => /^\s*[[{]/.test(text);

const guessFormat = (text: string, fileName: string): ImportFormat => {
  if (/\.json$/i.test(fileName)) return 'LOCALZERO';
  return startsLikeJson(text) && !/\.csv$/i.test(fileName) ? 'LOCALZERO' : 'MEASURES_CSV';
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
    refuseOtherFormat(report, 'MEASURES_CSV', 'LOCALZERO');
    return [];
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : '';
    report.refuse('file', '', text.slice(0, 80), 'file/not-json', { detail });
    return [];
  }
  if (Array.isArray(json) && json.length === 0) {
    report.refuse('file', '', '[]', 'file/empty');
    return [];
  }
  const municipalities = readLocalZero(json, context);
  if (municipalities === undefined) report.refuse('file', '', json, 'file/not-localzero');
  return municipalities ?? [];
};

const readTable = (text: string, context: Context): ImportedMunicipality[] => {
  if (startsLikeJson(text)) {
    refuseOtherFormat(context.report, 'LOCALZERO', 'MEASURES_CSV');
    return [];
  }
  const municipality = readMeasuresCsv(text, context);
  return municipality ? [municipality] : [];
};

const refuseOtherFormat = (report: Report, found: ImportFormat, asked: ImportFormat) =>
  report.refuse('file', '', '', 'file/other-format', {
    found: formatNames[found],
    asked: formatNames[asked],
  });
