import { type Column, type ColumnKind, pathText } from '../column.js';
import type { Language } from '../language.js';
import type { MeasureExportRow } from '../measure-export-row.js';
import { measureColumns, tableColumns } from '../table.js';
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
  addresses: { de: 'Adressen', en: 'Addresses' },
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
  addresses: {
    de: ['Klimaspur-ID', 'Titel', 'Adresse'],
    en: ['Klimaspur ID', 'Title', 'Address'],
  },
  rest: {
    de: ['Klimaspur-ID', 'Spalte', 'Fortsetzung'],
    en: ['Klimaspur ID', 'Column', 'Continuation'],
  },
} as const;

/** More signs than a spreadsheet takes in one cell. */
const cellLimit = 32_000;

const widthOf = ({ kind }: Pick<Column, 'kind'>): number => {
  if (kind === 'text' || kind === 'list' || kind === 'path') return 32;
  return kind === 'date' ? 12 : 16;
};

/**
 * Measures as a workbook: the columns of the CSV with real days and numbers, the fields, and what the columns mean.
 * `more`: other tables of the same place, each on a sheet of its own, with the addresses of the measures there.
 */
export function* measuresXlsxParts(
  rows: Iterable<MeasureExportRow>,
  language: Language,
  words: ColumnWords,
  more?: Iterable<TableSheet>,
): Generator<Uint8Array> {
  yield* xlsxParts(sheetsOf(rows, language, words, more));
}

/** Sheet after sheet: what the later ones say is known once the measures have been written. */
function* sheetsOf(
  rows: Iterable<MeasureExportRow>,
  language: Language,
  words: ColumnWords,
  more: Iterable<TableSheet> | undefined,
): Generator<XlsxSheet> {
  const fields = new Map<string, { readonly level: number; count: number }>();
  const rests: string[][] = [];
  const addresses: string[][] = [];
  yield {
    name: names.measures[language],
    widths: tableColumns.map(widthOf),
    rows: measureRows(rows, language, { fields, rests, addresses }),
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
  if (rests.length > 0) {
    yield {
      name: names.rest[language],
      widths: [40, 32, 80],
      rows: [texts(headings.rest[language]), ...rests.map(texts)],
    };
  }
  if (more === undefined) return;
  for (const sheet of more) yield tableSheet(sheet);
  yield {
    name: names.addresses[language],
    widths: [40, 48, 80],
    rows: [texts(headings.addresses[language]), ...addresses.map(texts)],
  };
}

/** A table that is only looked at. */
export interface TableSheet {
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly kind: ColumnKind }[];
  readonly rows: Iterable<readonly string[]>;
}

const tableSheet = ({ name, columns, rows }: TableSheet): XlsxSheet => ({
  name,
  widths: columns.map(widthOf),
  rows: tableRows(columns, rows),
});

function* tableRows(
  columns: TableSheet['columns'],
  rows: TableSheet['rows'],
): Generator<XlsxCell[]> {
  yield texts(columns.map(({ heading }) => heading));
  for (const row of rows) {
    yield columns.map((column, at) => cellOf(column, (row[at] ?? '').slice(0, cellLimit)));
  }
}

const texts = (cells: readonly string[]): XlsxCell[] => cells.map((text) => ({ text }));
const whole = (value: number): XlsxCell => ({ number: String(value), style: 'amount' });

/** What later sheets say, gathered while the measures are written. */
interface Gathered {
  readonly fields: Map<string, { readonly level: number; count: number }>;
  readonly rests: string[][];
  readonly addresses: string[][];
}

function* measureRows(
  rows: Iterable<MeasureExportRow>,
  language: Language,
  { fields, rests, addresses }: Gathered,
): Generator<XlsxCell[]> {
  yield texts(tableColumns.map(({ heading }) => heading[language]));
  for (const row of rows) {
    count(row.field, fields);
    addresses.push([row.id, row.title, row.url]);
    yield tableColumns.map((column) => {
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

const cellOf = ({ kind }: Pick<Column, 'kind'>, said: string): XlsxCell => {
  if (said === '') return undefined;
  if (kind === 'date' && isFullDay(said)) return { day: said };
  if (kind === 'money') return { number: said.replace(',', '.'), style: 'money' };
  if (kind === 'amount') return { number: said.replace(',', '.'), style: 'amount' };
  return { text: said };
};
