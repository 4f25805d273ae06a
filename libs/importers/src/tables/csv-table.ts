import { Unreadable } from '../unreadable.js';
import { parseRecords, recordsOf } from './csv-records.js';
import { type Cell, columnLimit, rowLimit, type Table, type TableRow } from './table.js';

const delimiters = [';', ',', '\t'] as const;
/** Enough to see the headings; a quote that is never closed must not be searched to the end three times. */
const sampleLength = 200_000;
const sampleRecords = 40;

/** The first lines of a file under a delimiter; fewer where a later one is broken, none where all are. */
const firstRecords = (text: string, delimiter: string): string[][] => {
  for (const to of [sampleRecords, 10, 1]) {
    try {
      return parseRecords(text.slice(0, sampleLength), delimiter, to);
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

function* rowsOf(records: Iterable<readonly string[]>): Generator<TableRow> {
  let number = 0;
  for (const values of records) {
    number += 1;
    if (number > rowLimit) throw new Unreadable('file/too-many-rows', { max: rowLimit });
    if (values.length > columnLimit) {
      throw new Unreadable('file/too-many-columns', { max: columnLimit });
    }
    if (values.every((value) => value.trim() === '')) continue;
    const cells = values.map((text): Cell => ({ text }));
    yield { number, cells };
  }
}

/**
 * Text with separated values as a table.
 *
 * @param knownIn how many headings one of these rows has that mean something
 */
export const csvTable = (text: string, knownIn: (rows: readonly TableRow[]) => number): Table => {
  const delimiter = delimiterOf(text, knownIn);
  return {
    name: '',
    hidden: false,
    fixedWidth: true,
    rows: () => ({ [Symbol.iterator]: () => rowsOf(recordsOf(text, delimiter)) }),
  };
};
