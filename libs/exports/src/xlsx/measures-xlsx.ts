import { type Column, pathText } from '../column.js';
import type { Language } from '../language.js';
import type { MeasureExportRow } from '../measure-export-row.js';
import { measureColumns } from '../table.js';
import type { XlsxCell } from './sheet-xml.js';
import { type XlsxSheet, xlsxParts } from './xlsx-writer.js';

/** What the dictionary says of a column; the words of the product lie elsewhere. */
export interface ColumnWords {
  readonly kind: (kind: Column['kind']) => string;
  readonly meaning: (key: Column['key']) => string;
}

const names = {
  measures: { de: 'Maßnahmen', en: 'Measures' },
  fields: { de: 'Handlungsfelder', en: 'Fields' },
  columns: { de: 'Spalten', en: 'Columns' },
  rest: { de: 'Fortsetzungen', en: 'Continuations' },
} as const;

const headings = {
  fields: {
    de: ['Handlungsfeld', 'Ebene', 'Maßnahmen'],
    en: ['Field', 'Level', 'Measures'],
  },
  columns: {
    de: ['Überschrift', 'Name (JSON)', 'Art', 'Bedeutung'],
    en: ['Heading', 'Name (JSON)', 'Kind', 'Meaning'],
  },
  rest: {
    de: ['Klimaspur-ID', 'Spalte', 'Fortsetzung'],
    en: ['Klimaspur ID', 'Column', 'Continuation'],
  },
} as const;

/** More signs than a spreadsheet takes in one cell. */
const cellLimit = 32_000;

const widthOf = ({ kind }: Column): number => {
  if (kind === 'text' || kind === 'list' || kind === 'path') return 32;
  return kind === 'date' ? 12 : 16;
};

/** Measures as a workbook: the columns of the CSV with real days and numbers, the fields, and what the columns mean. */
export function* measuresXlsxParts(
  rows: Iterable<MeasureExportRow>,
  language: Language,
  words: ColumnWords,
): Generator<Uint8Array> {
  yield* xlsxParts(sheetsOf(rows, language, words));
}

/** Sheet after sheet: what the later ones say is known once the measures have been written. */
function* sheetsOf(
  rows: Iterable<MeasureExportRow>,
  language: Language,
  words: ColumnWords,
): Generator<XlsxSheet> {
  const fields = new Map<string, { readonly level: number; count: number }>();
  const rests: string[][] = [];
  yield {
    name: names.measures[language],
    widths: measureColumns.map(widthOf),
    rows: measureRows(rows, language, fields, rests),
  };
  yield {
    name: names.fields[language],
    widths: [48, 10, 12],
    rows: [
      texts(headings.fields[language]),
      ...Array.from(fields, ([path, { level, count }]) => [
        { text: path },
        whole(level),
        whole(count),
      ]),
    ],
  };
  yield {
    name: names.columns[language],
    widths: [36, 28, 36, 64],
    rows: [
      texts(headings.columns[language]),
      ...measureColumns.map(({ heading, key, kind }) =>
        texts([heading[language], key, words.kind(kind), words.meaning(key)]),
      ),
    ],
  };
  if (rests.length === 0) return;
  yield {
    name: names.rest[language],
    widths: [40, 32, 80],
    rows: [texts(headings.rest[language]), ...rests.map(texts)],
  };
}

const texts = (cells: readonly string[]): XlsxCell[] => cells.map((text) => ({ text }));
const whole = (value: number): XlsxCell => ({ number: String(value), style: 'amount' });

function* measureRows(
  rows: Iterable<MeasureExportRow>,
  language: Language,
  fields: Map<string, { readonly level: number; count: number }>,
  rests: string[][],
): Generator<XlsxCell[]> {
  yield texts(measureColumns.map(({ heading }) => heading[language]));
  for (const row of rows) {
    count(row.field, fields);
    yield measureColumns.map((column) => {
      const [first = '', ...more] = pieces(column.cell(row, language));
      rests.push(...more.map((piece) => [row.id, column.heading[language], piece]));
      return cellOf(column, first);
    });
  }
}

/** Never cut within a sign that takes two places. */
const pieces = (said: string): string[] =>
  said.length <= cellLimit ? [said] : (said.match(/[\s\S]{1,31999}(?![\udc00-\udfff])/g) ?? []);

/** A field counts what lies in it and below it. */
const count = (
  path: readonly string[],
  fields: Map<string, { readonly level: number; count: number }>,
): void => {
  path.forEach((_, index) => {
    const name = pathText(path.slice(0, index + 1));
    const known = fields.get(name);
    if (known) known.count += 1;
    else fields.set(name, { level: index + 1, count: 1 });
  });
};

/** Spreadsheets count days before March 1900 wrongly; those, months and years are text. */
const isFullDay = (said: string) => said.length === 10 && said >= '1900-03-01';

const cellOf = ({ kind }: Column, said: string): XlsxCell => {
  if (said === '') return undefined;
  if (kind === 'date' && isFullDay(said)) return { day: said };
  if (kind === 'money') return { number: said.replace(',', '.'), style: 'money' };
  if (kind === 'amount') return { number: said.replace(',', '.'), style: 'amount' };
  return { text: said };
};
