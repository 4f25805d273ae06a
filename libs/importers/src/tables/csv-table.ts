import { parse } from 'csv-parse/sync';
import { Unreadable } from '../unreadable.js';
import { type Cell, columnLimit, rowLimit, type Table, type TableRow } from './table.js';

const delimiters = [';', ',', '\t'] as const;
/** Enough to see the headings; a quote that is never closed must not be searched to the end three times. */
const sampleLength = 200_000;
const sampleRecords = 40;

const records = (text: string, delimiter: string, to?: number): string[][] =>
  parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // As spreadsheets do: a quote within a cell is a quote.
    relax_quotes: true,
    skip_empty_lines: false,
    ...(to === undefined ? {} : { to }),
  });

/** The first lines of a file under a delimiter; fewer where a later one is broken, none where all are. */
const firstRecords = (text: string, delimiter: string): string[][] => {
  for (const to of [sampleRecords, 10, 1]) {
    try {
      return records(text.slice(0, sampleLength), delimiter, to);
    } catch {
      continue;
    }
  }
  return [];
};

/** The delimiter under which most headings are known, of such the one that makes most cells. */
const delimiterOf = (text: string, knownIn: (rows: readonly TableRow[]) => number): string => {
  const scores = delimiters.map((delimiter) => {
    const lines = firstRecords(text, delimiter);
    const cells = Math.max(0, ...lines.map(({ length }) => length));
    return knownIn([...rowsOf(lines)]) * 1000 + cells;
  });
  return delimiters[scores.indexOf(Math.max(...scores))] ?? ';';
};

function* rowsOf(lines: readonly (readonly string[])[]): Generator<TableRow> {
  for (const [index, values] of lines.entries()) {
    if (values.every((value) => value.trim() === '')) continue;
    const cells = values.map((text): Cell => ({ text }));
    yield { number: index + 1, cells };
  }
}

/**
 * Text with separated values as a table.
 *
 * @param knownIn how many headings one of these rows has that mean something
 */
export const csvTable = (text: string, knownIn: (rows: readonly TableRow[]) => number): Table => {
  const lines = parsed(text, delimiterOf(text, knownIn));
  if (lines.length > rowLimit) throw new Unreadable('file/too-many-rows', { max: rowLimit });
  if (lines.some(({ length }) => length > columnLimit)) {
    throw new Unreadable('file/too-many-columns', { max: columnLimit });
  }
  return {
    name: '',
    hidden: false,
    fixedWidth: true,
    rows: () => ({ [Symbol.iterator]: () => rowsOf(lines) }),
  };
};

const parsed = (text: string, delimiter: string): string[][] => {
  try {
    return records(text, delimiter);
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    throw new Unreadable('file/not-csv', { line: /at line (\d+)/.exec(said)?.[1] ?? '?' });
  }
};
