import { parse } from 'csv-parse/sync';
import type { Report } from '../report.js';
import { recognise } from './headings.js';

export interface Table {
  /** As the file names them, made different where two are the same. */
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** As a spreadsheet counts. */
  readonly number: number;
  readonly cells: readonly string[];
}

const delimiters = [';', ',', '\t'] as const;
/** Sheets often begin with a line or two about themselves. */
const linesBeforeHeadings = 10;

const records = (text: string, delimiter: string, to?: number): string[][] =>
  parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: false,
    ...(to === undefined ? {} : { to }),
  });

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');
const hasTitle = (cells: readonly string[]) => recognise(cells).columns.has('title');

/** Enough to see the headings; a quote that is never closed must not be searched to the end three times. */
const sampleLength = 200_000;

/** The first lines of a file under a delimiter; fewer where a later one is broken, none where all are. */
const firstRecords = (text: string, delimiter: string): string[][] => {
  for (const to of [linesBeforeHeadings, 1]) {
    try {
      return records(text.slice(0, sampleLength), delimiter, to);
    } catch {
      continue;
    }
  }
  return [];
};

/** The delimiter under which most columns are known. */
const delimiterOf = (text: string): string => {
  const scores = delimiters.map((delimiter) =>
    Math.max(
      0,
      ...firstRecords(text, delimiter).map(
        (cells) => recognise(cells).columns.size * 1000 + cells.length,
      ),
    ),
  );
  return delimiters[scores.indexOf(Math.max(...scores))] ?? ';';
};

/** Text → headings and rows; undefined when it is no table, which the report then says. */
export const readTable = (text: string, report: Report): Table | undefined => {
  const all = parseAll(text, report);
  if (all === undefined) return undefined;
  const head = all.slice(0, linesBeforeHeadings);
  const at = head.findIndex(hasTitle);
  if (at < 0) {
    const found = (head.find((cells) => !isBlank(cells)) ?? []).join(' · ').slice(0, 300);
    report.refuse('file', '', '', 'file/no-title-column', { headings: found });
    return undefined;
  }
  const headings = distinct(all[at] ?? []);
  const rows = all
    .map((cells, index) => ({ cells, number: index + 1 }))
    .slice(at + 1)
    .filter(({ cells }) => !isBlank(cells));
  if (rows.length === 0) {
    report.refuse('file', '', '', 'file/empty');
    return undefined;
  }
  return { headings, rows: rows.filter((row) => fits(row, headings, report)) };
};

const parseAll = (text: string, report: Report): string[][] | undefined => {
  try {
    return records(text, delimiterOf(text));
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : '';
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 0;
    report.refuse('file', '', '', 'file/not-csv', { detail, line });
    return undefined;
  }
};

const distinct = (names: readonly string[]): string[] => {
  const seen = new Map<string, number>();
  return names.map((said, index) => {
    const name = said.trim() || `#${index + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
};

const fits = ({ cells, number }: TableRow, headings: readonly string[], report: Report) => {
  const expected = headings.length;
  const found = isBlank(cells.slice(expected)) ? Math.min(cells.length, expected) : cells.length;
  if (found === expected) return true;
  report.refuse(`row ${number}`, '', cells.join(' · '), 'row/cells', { found, expected });
  return false;
};
