import { parse } from 'csv-parse/sync';
import { Unreadable } from '../unreadable.js';

/** Parsed in a few milliseconds. */
const PART = 65_536;

/** The records of a text. Throws the parser's error. */
export const parseRecords = (text: string, delimiter: string, to?: number): string[][] =>
  parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // As spreadsheets do: a quote within a cell is a quote.
    relax_quotes: true,
    skip_empty_lines: false,
    ...(to === undefined ? {} : { to }),
  });

/**
 * The records of a text, of which a part at a time is parsed and lies in memory. A part ends with a line; where a
 * quote is open there, the line goes on and the part is not long enough.
 */
export function* recordsOf(text: string, delimiter: string, part = PART): Generator<string[]> {
  let length = part;
  let lines = 0;
  for (let at = 0; at < text.length;) {
    const end = endOfLine(text, at + length);
    const found = partOf(text.slice(at, end), delimiter, lines, end === text.length);
    if (found === undefined) {
      length *= 2;
      continue;
    }
    yield* found;
    lines += text.slice(at, end).split('\n').length - 1;
    at = end;
    length = part;
  }
}

const endOfLine = (text: string, from: number): number => {
  const found = text.indexOf('\n', from - 1);
  return found < 0 ? text.length : found + 1;
};

/** Undefined: it ends within a record. */
const partOf = (
  text: string,
  delimiter: string,
  linesBefore: number,
  isLast: boolean,
): string[][] | undefined => {
  try {
    return parseRecords(text, delimiter);
  } catch (error) {
    if (!isLast) return undefined;
    const [, line] = /at line (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
    throw new Unreadable('file/not-csv', {
      line: line === undefined ? '?' : String(linesBefore + Number(line)),
    });
  }
};
