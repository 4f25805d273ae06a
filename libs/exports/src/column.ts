import type { Language } from './language.js';
import { listCell } from './list-cell.js';
import type { MeasureExportRow, StateTerm } from './measure-export-row.js';
import { type Vocabulary, wordFor } from './term-words.js';

type ExportKey = Exclude<keyof MeasureExportRow, 'words'>;

/** What stands in a column; the dictionary of the data page names it. */
export type ColumnKind =
  'text' | 'date' | 'code' | 'word' | 'amount' | 'money' | 'answer' | 'path' | 'list';

export interface Column {
  /** Name in JSON; the headings are for people and spreadsheets. */
  readonly key: ExportKey;
  readonly heading: Readonly<Record<Language, string>>;
  readonly kind: ColumnKind;
  /** The value as a table shows it; '' where nothing is said. */
  readonly cell: (row: MeasureExportRow, language: Language) => string;
  /** True for what is so only where the file comes from: a table that may go elsewhere leaves it out. */
  readonly hereOnly?: boolean;
}

type KeyOf<Type> = {
  [K in ExportKey]-?: NonNullable<MeasureExportRow[K]> extends Type ? K : never;
}[ExportKey];

export const text = (
  key: KeyOf<string>,
  de: string,
  en: string,
  kind: 'text' | 'date' | 'code' = 'text',
): Column => ({
  key,
  heading: { de, en },
  kind,
  cell: (row) => row[key] ?? '',
});

export const amount = (key: KeyOf<number>, de: string, en: string): Column => ({
  key,
  heading: { de, en },
  kind: 'amount',
  cell: (row) => String(row[key] ?? ''),
});

/** Hundredths with the decimal comma that German spreadsheets expect; no sign between thousands. */
const decimal = (hundredths: number | undefined): string => {
  if (hundredths === undefined) return '';
  const [whole, rest] = [Math.trunc(hundredths / 100), hundredths % 100];
  return rest === 0 ? String(whole) : `${whole},${String(rest).padStart(2, '0')}`;
};

/** Euros, or anything else that is kept in hundredths. */
export const money = (
  key: KeyOf<number>,
  de: string,
  en: string,
  kind: 'money' | 'amount' = 'money',
): Column => ({
  key,
  heading: { de, en },
  kind,
  cell: (row) => decimal(row[key]),
});

export const answer = (key: KeyOf<boolean>, de: string, en: string): Column => ({
  key,
  heading: { de, en },
  kind: 'answer',
  cell: (row, language) => {
    const value = row[key];
    if (value === undefined) return '';
    return language === 'de' ? (value ? 'ja' : 'nein') : value ? 'yes' : 'no';
  },
});

/** A code, or several, in the words of the language. */
export const word = (
  key: KeyOf<string | readonly string[]> & Vocabulary,
  de: string,
  en: string,
): Column => ({
  key,
  heading: { de, en },
  kind: 'word',
  cell: (row, language) => {
    const said = row[key];
    const codes: readonly string[] =
      said === undefined ? [] : typeof said === 'string' ? [said] : said;
    return codes.map((code) => wordFor(key, code, language)).join(', ');
  },
});

/** A code of the state as the pages call it. */
export const stateWord = (key: StateTerm, de: string, en: string): Column => ({
  key,
  heading: { de, en },
  kind: 'word',
  cell: (row) => row.words?.[key] ?? row[key] ?? '',
});

type ItemOf<K extends KeyOf<readonly unknown[]>> =
  NonNullable<MeasureExportRow[K]> extends readonly (infer Item)[] ? Item : never;

/** A list, each item in its parts. */
export const list = <K extends KeyOf<readonly unknown[]>>(
  key: K,
  de: string,
  en: string,
  parts: (item: ItemOf<K>, language: Language) => readonly (string | undefined)[],
): Column => ({
  key,
  heading: { de, en },
  kind: 'list',
  cell: (row, language) =>
    listCell(((row[key] ?? []) as readonly ItemOf<K>[]).map((item) => parts(item, language))),
});

export const euros = decimal;

/** `Energie › Strom`; the separator is escaped inside a name, so that the path reads back as it was. */
export const fieldPath: Column = {
  key: 'field',
  heading: { de: 'Handlungsfeld', en: 'Field' },
  kind: 'path',
  cell: ({ field }) => pathText(field),
};

export const pathText = (field: readonly string[]): string =>
  field.map((name) => name.replace(/[\\›]/gu, '\\$&')).join(' › ');
