import { type Cell, columnLetters, isBlank, type TableRow } from '../tables/table.js';
import type { ColumnKey } from './column-words.js';

/** The row, or two rows, that name the columns. */
export interface HeadingRow {
  /** As a spreadsheet counts: the row that names the columns. */
  readonly row: number;
  /** What is below it are measures; a row of units may stand between. */
  readonly last: number;
  /** By column: as the file names them, made different where two are the same; a letter where none is named. */
  readonly names: readonly string[];
  /** How many of them mean something, each meaning counted once. */
  readonly known: number;
  /** The texts in which the heading may come again, on each new page. */
  readonly texts: readonly ReadonlySet<string>[];
}

type KeyOf = (heading: string) => ColumnKey | undefined;

/** How far down a sheet may speak about itself before its table begins. */
export const rowsBeforeHeading = 40;

const textAt = (row: TableRow, column: number) => row.cells[column]?.text.trim() ?? '';

/**
 * The heading among the first rows of a sheet: where most columns are known and one of them is the title. Two rows
 * are taken together where that makes more columns known: „Kosten“ above „einmalig“ and „laufend“.
 */
export const findHeading = (
  rows: readonly TableRow[],
  keyOf: KeyOf,
  asked?: number,
): HeadingRow | undefined => {
  const candidates = rows.slice(0, rowsBeforeHeading).flatMap((row, index) => {
    const above = rows[index - 1];
    const isNext = above !== undefined && above.number === row.number - 1;
    const two = isNext ? twoRows(above, row, keyOf) : undefined;
    return [oneRow(row, keyOf), ...(two ? [two] : [])];
  });
  const fitting = candidates.filter(({ last, hasTitle, names }) =>
    asked === undefined ? hasTitle && !isPattern(names) : last === asked,
  );
  return best(fitting, ({ known }) => known);
};

/** „_ID_, Titel, _prio_“: how a row is to be filled in, and not what its columns are called. */
const isPattern = (names: readonly string[]): boolean =>
  names
    .flatMap((name) => name.split(/[;,\t|]/))
    .filter((name) => /^(?:_.+_|<.+>|\{.+\})$/.test(name.trim())).length > 1;

/** Columns are not called by figures, measures have them; a heading may be a year. */
export const holdsFigures = ({ names }: Pick<HeadingRow, 'names'>): boolean =>
  names.some((name) => /^\d+(?:[.,]\d+)*$/.test(name) && !/^(?:19|20)\d\d$/.test(name));

/**
 * The row that most likely names columns nobody knows: the first of those that say most, without figures if there is
 * one. A user may tell its title.
 */
export const likelyHeading = (rows: readonly TableRow[], keyOf: KeyOf): HeadingRow | undefined => {
  const candidates = rows.slice(0, rowsBeforeHeading).map((row) => oneRow(row, keyOf));
  const filled = candidates.filter((row) => row.filled > 1);
  const named = filled.filter((row) => !holdsFigures(row) && !isPattern(row.names));
  return best(
    named.length > 0 ? named : filled.slice(0, 1),
    (row) => row.known * rowsBeforeHeading + row.filled,
  );
};

/** The first of those that rank highest. */
export const best = <T>(all: readonly T[], rank: (one: T) => number): T | undefined =>
  all.reduce<T | undefined>(
    (found, next) => (found === undefined || rank(next) > rank(found) ? next : found),
    undefined,
  );

type Candidate = HeadingRow & { readonly hasTitle: boolean; readonly filled: number };

const candidate = (
  last: number,
  said: readonly string[],
  keyOf: KeyOf,
  of: readonly TableRow[],
): Candidate => {
  const keys = new Set(said.flatMap((name) => keyOf(name) ?? []));
  return {
    row: last,
    last,
    names: distinct(said),
    known: keys.size,
    hasTitle: keys.has('title'),
    filled: said.filter((name) => name !== '').length,
    texts: of.map(
      ({ cells }) => new Set(cells.flatMap((cell) => (isBlank(cell) ? [] : [cell!.text.trim()]))),
    ),
  };
};

const oneRow = (row: TableRow, keyOf: KeyOf): Candidate =>
  candidate(
    row.number,
    Array.from(row.cells, (_, column) => textAt(row, column)),
    keyOf,
    [row],
  );

/** Groups above, names below. No measure can be taken for the lower row: under the title stands nothing new. */
const twoRows = (above: TableRow, row: TableRow, keyOf: KeyOf): Candidate | undefined => {
  if (isTitleRow(above)) return undefined;
  const width = Math.max(above.cells.length, row.cells.length);
  const groups = groupsOf(above, row, width);
  const subs = Array.from({ length: width }, (_, column) => {
    const cell = row.cells[column];
    return cell?.repeated ? '' : textAt(row, column);
  });
  if (subs.filter((name) => name !== '').length < 2) return undefined;
  const isTitle = (name: string) => name !== '' && keyOf(name) === 'title';
  if (groups.some((group, column) => isTitle(group) && subs[column] !== '')) return undefined;
  const names = groups.map((group, column) => nameOf(group, subs[column] ?? '', keyOf));
  return candidate(row.number, names, keyOf, [above, row]);
};

/** One text at the left, over everything: it names the sheet, not a group of columns. */
const isTitleRow = ({ cells }: TableRow): boolean =>
  !isBlank(cells[0]) && cells.slice(1).every((cell) => isBlank(cell) || cell?.repeated);

/** A group stands once, above the first of its columns. */
const groupsOf = (above: TableRow, row: TableRow, width: number): string[] => {
  let group = '';
  let until = 0;
  return Array.from({ length: width }, (_, column) => {
    const cell: Cell | undefined = above.cells[column];
    if (!isBlank(cell)) {
      group = textAt(above, column);
      until = column + (cell?.span ?? width);
      return group;
    }
    return column < until && !isBlank(row.cells[column]) ? group : '';
  });
};

const nameOf = (group: string, sub: string, keyOf: KeyOf): string => {
  if (sub === '' || group === sub) return group;
  if (group === '') return sub;
  const both = `${group} ${sub}`;
  if (keyOf(both)) return both;
  return keyOf(sub) ? sub : both;
};

export const distinct = (names: readonly string[]): string[] => {
  const seen = new Map<string, number>();
  return Array.from(names, (said, index) => {
    const name = said.replace(/\s+/g, ' ') || columnLetters(index);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
};

/** The heading once more, as on each page of a printed list. */
export const isHeadingAgain = ({ cells }: TableRow, { texts }: HeadingRow): boolean => {
  const said = cells.flatMap((cell) => (isBlank(cell) ? [] : [cell!.text.trim()]));
  return (
    said.length > 1 &&
    texts.some((known) => said.filter((text) => known.has(text)).length > said.length * 0.6)
  );
};

const longestTitle = 300;
const standWords =
  /\b(?:(?:daten|sach|berichts|umsetzungs|bearbeitungs|aktualisierungs)?stand|stichtag|letzte aktualisierung|aktualisiert am|berichtsjahr|as of|last updated?)\b(?: (?:vom|am|zum|per|der (?:daten|angaben|umsetzung)))?:?\s*/giu;

/** „Stand: 30.04.2024“ in the rows above the heading: all that may be the day for which a sheet speaks. */
export const standsAbove = (rows: readonly TableRow[], heading: HeadingRow): string[] =>
  rows
    .filter(({ number }) => number <= heading.last - heading.texts.length)
    .flatMap(({ cells }) =>
      cells.flatMap((cell, index) => {
        const text = cell?.text.trim().slice(0, longestTitle) ?? '';
        const beside = cells.slice(index + 1).find((other) => !isBlank(other));
        return [...text.matchAll(standWords)].map((match) => {
          const behind = text.slice(match.index + match[0].length);
          return behind.replace(/[).,;]+$/u, '').trim() || (beside?.day ?? beside?.text ?? '');
        });
      }),
    );
