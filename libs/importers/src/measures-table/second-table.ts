import type { Report } from '../report.js';
import type { Cell, TableRow } from '../tables/table.js';
import { type ColumnKey, knownHeading } from './column-words.js';
import { rowPlace } from './places.js';
import { isDecisionWord } from './status-words.js';
import { stateNamed } from './tick-columns.js';

/** A cell of a row, with what its column means in the table above. */
export interface HeadingCell {
  readonly text: string;
  readonly cell: Cell;
  readonly key: ColumnKey | undefined;
}

/** Measures and fields are called so too. */
const alsoNames: ReadonlySet<ColumnKey> = new Set([
  'funding',
  'partners',
  'staff',
  'indicators',
  'goal',
  'remarks',
  'field',
]);
const longest = 40;

const isFigure = (cell: Cell | undefined): boolean =>
  cell !== undefined &&
  (cell.number !== undefined || cell.day !== undefined || /^\s*[\d–-]/.test(cell.text));

const headingKey = ({ text, key }: HeadingCell): ColumnKey[] => {
  const known = knownHeading(text);
  // „erledigt“ heads a column of crosses; below a heading it is a state.
  if (!known?.whole || isDecisionWord(text) || stateNamed(text) !== undefined) return [];
  const isName = (key === 'title' || key === 'field') && alsoNames.has(known.key);
  return isName ? [] : [known.key];
};

/**
 * Whether a row below the measures names the columns of another table. Anywhere three such words say so; behind an
 * empty row two do, and below a title of its own one, where figures follow.
 */
const isOtherHeading = (
  filled: readonly HeadingCell[],
  stands: 'among' | 'apart' | 'below-title',
  next: TableRow | undefined,
): boolean => {
  if (filled.length < 2) return false;
  if (filled.some(({ cell, text }) => isFigure(cell) || text.length > longest)) return false;
  const known = new Set(filled.flatMap(headingKey)).size;
  if (known >= 3 && known > filled.length * 0.6) return true;
  if (stands === 'among') return false;
  if (known >= 2 && known >= filled.length * 0.5) return true;
  return stands === 'below-title' && known > 0 && next?.cells.some(isFigure) === true;
};

/** A second table below the measures is not read: its columns mean something else. What is left out is counted. */
export class SecondTable {
  /** Where its title stands: the only text of a row behind an empty one. */
  titleRow: number | undefined;
  private title: string | undefined;
  private begun: { readonly number: number; readonly value: string; count: number } | undefined;

  constructor(
    private last: number,
    private readonly report: Report,
    private readonly sheet: string,
  ) {}

  /** Whether a row belongs to it. */
  takes({ number }: TableRow, filled: readonly HeadingCell[], next: TableRow | undefined): boolean {
    const isApart = number > this.last + 1;
    this.last = number;
    if (this.begun) {
      this.begun.count += 1;
      return true;
    }
    const stands = this.title !== undefined ? 'below-title' : isApart ? 'apart' : 'among';
    if (isOtherHeading(filled, stands, next)) {
      const value = this.title ?? filled.map(({ text }) => text).join(' · ');
      this.begun = { number, value: value.slice(0, 80), count: 0 };
      return true;
    }
    const isTitle = filled.length === 1 && (isApart || this.title !== undefined);
    this.title = isTitle ? filled[0]!.text : undefined;
    this.titleRow = isTitle ? number : undefined;
    return false;
  }

  /** The measures go on, or the sheet ends. */
  end(at = this.last): void {
    this.last = at;
    if (!this.begun) return;
    const { number, value, count } = this.begun;
    this.report.find(rowPlace(number, this.sheet), 'second-table', { value, count });
    this.begun = this.title = this.titleRow = undefined;
  }
}

/** Each row with the one below it. */
export function* withNext(rows: Iterable<TableRow>): Generator<[TableRow, TableRow | undefined]> {
  let row: TableRow | undefined;
  for (const next of rows) {
    if (row) yield [row, next];
    row = next;
  }
  if (row) yield [row, undefined];
}
