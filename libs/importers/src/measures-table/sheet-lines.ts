import type { Report } from '../report.js';
import { type Cell, isBlank, type TableRow } from '../tables/table.js';
import { percentIn } from './status-words.js';
import { readAmount } from './amount.js';
import type { ColumnKey } from './column-words.js';
import { type HeadingRow, isHeadingAgain } from './heading-row.js';
import { rowPlace } from './places.js';
import { SecondTable, withNext } from './second-table.js';

/** A row that holds a measure, with the fields that rows above it named for what follows. */
export interface SheetLine {
  readonly row: TableRow;
  readonly path: readonly string[];
}

interface Filled {
  readonly text: string;
  readonly cell: Cell;
  readonly key: ColumnKey | undefined;
}

const sectionLimit = 200;
const total =
  /^(?:(?:zwischen|gesamt|teil)?summen?|gesamt(?:kosten|betrag|ergebnis)?|total|sub-?total|grand total|insgesamt|sum|∑|Σ)(?![\p{L}-])/iu;
const label =
  /^(?:quellen?|hinweise?|legende|anmerkung(?:en)?|(?:daten)?stand|erläuterung(?:en)?|fußnoten?|abkürzungen|bearbeitet von|erstellt (?:am|von)|notes?|sources?|legend|as of)\b/iu;
const footnote = /^(?:\*|[¹²³⁴]|\d\)|\(\d\)|©|seite \d|page \d)/iu;
const legend = /^(?:legende|legend|abkürzungen|abbreviations)\b/iu;
/** A field is named by such a word, wherever it stands. */
const fieldWord =
  /^(?:handlungsfeld|handlungsbereich|themenfeld|themenbereich|aktionsfeld|schwerpunkt|sektor|hf|field of action|sector)(?![\p{L}])/iu;

/**
 * The measures of a sheet, out of all that stands below its heading: rows that name a field for what follows,
 * headings that come again on each page, sums, notes at the end, and measures that go on over several rows.
 */
export class SheetLines {
  private path: string[] = [];
  /** Since a legend or a note began: what stands alone now explains, and is no measure. */
  private notes: 'legend' | 'note' | undefined;
  private waiting: { readonly number: number; readonly text: string }[] = [];
  /** A number and a name alone: a group where the next measure is numbered below it, else a measure. */
  private group:
    { readonly row: TableRow; readonly number: string; readonly name: string } | undefined;

  private readonly second: SecondTable;

  constructor(
    private readonly heading: HeadingRow,
    private readonly keyAt: (column: number) => ColumnKey | undefined,
    private readonly report: Report,
    private readonly sheet = '',
  ) {
    this.second = new SecondTable(heading.last, report, sheet);
  }

  *of(rows: Iterable<TableRow>): Generator<SheetLine> {
    let line: SheetLine | undefined;
    for (const [row, next] of withNext(rows)) {
      if (row.number <= this.heading.last) continue;
      if (isHeadingAgain(row, this.heading)) {
        this.second.end(row.number);
        continue;
      }
      // A legend has pairs of words, and is no table.
      if (this.notes !== 'legend' && this.second.takes(row, this.filledIn(row), next)) {
        if (line?.row.number === this.second.titleRow) line = undefined;
        this.waiting = this.waiting.filter(({ number }) => number !== this.second.titleRow);
        continue;
      }
      if (line && !this.group && this.goesOn(row)) {
        line = { ...line, row: joined(line.row, row) };
        continue;
      }
      const filled = this.filledIn(row);
      if (this.isAside(row, filled)) continue;
      if (line) yield line;
      line = undefined;
      const alone = this.groupBefore(filled);
      if (alone) yield alone;
      this.openSection();
      const group = groupIn(row, filled);
      if (group) this.group = group;
      else line = { row, path: this.path };
    }
    if (line) yield line;
    if (this.group) yield { row: this.group.row, path: this.path };
    this.leaveWaiting();
    this.second.end();
  }

  private filledIn({ cells }: TableRow): Filled[] {
    return cells.flatMap((cell, column) =>
      cell === undefined || isBlank(cell) || cell.repeated
        ? []
        : [{ text: cell.text.trim(), cell, key: this.keyAt(column) }],
    );
  }

  /** The title is merged with that of the row above: one measure in several rows. */
  private goesOn({ cells }: TableRow): boolean {
    return cells.some((cell, column) => cell?.repeated && this.keyAt(column) === 'title');
  }

  /** The group that waits, as a measure of its own where nothing below it belongs to it. */
  private groupBefore(filled: readonly Filled[]): SheetLine | undefined {
    const { group } = this;
    this.group = undefined;
    if (!group) return undefined;
    const number = filled.find(({ key }) => key === 'number')?.text ?? '';
    if (!isBelow(number, group.number)) return { row: group.row, path: this.path };
    this.path = [group.name];
    return undefined;
  }

  /** Rows that are no measure. Whether a lonely text names a field is known when a measure follows. */
  private isAside(row: TableRow, filled: readonly Filled[]): boolean {
    const [first, ...others] = filled;
    if (!first) return true;
    const { text, key } = first;
    if (isTotal(filled)) return this.leave(row.number, text);
    if (isNote(first, others, row)) {
      this.notes = legend.test(text) ? 'legend' : 'note';
      return this.leave(row.number, text);
    }
    if (this.isExplained(first, others.length)) return this.leave(row.number, text);
    if (
      others.length === 1 &&
      fieldWord.test(text) &&
      /^[\p{L} ]+:?$/u.test(text) &&
      key !== 'title'
    ) {
      this.waiting.push({ number: row.number, text: others[0]!.text });
      return true;
    }
    if (others.length > 0) {
      this.notes = undefined;
      return false;
    }
    const isWide = (first.cell.span ?? 1) > 1;
    const names = isWide || fieldWord.test(text) || isLoud(text);
    if (key === 'title' && !names) return false;
    const canName = names || key === undefined || key === 'field' || key === 'number';
    if (!canName) return false;
    if (/^[\d.]+$/.test(text) || text.length > sectionLimit) return this.leave(row.number, text);
    this.waiting.push({ number: row.number, text });
    return true;
  }

  /** Below a note a title that stands alone goes on with it; a legend also has pairs. */
  private isExplained({ text, key, cell }: Filled, others: number): boolean {
    if (fieldWord.test(text) || (cell.span ?? 1) > 1) return false;
    if (this.notes === 'legend') return others < 2;
    return this.notes === 'note' && others === 0 && key === 'title';
  }

  private leave(number: number, text: string): true {
    this.report.find(rowPlace(number, this.sheet), 'row-left-out', { value: text.slice(0, 80) });
    return true;
  }

  /** Several such rows in a row are levels; one alone takes the place of the lowest. */
  private openSection(): void {
    if (this.waiting.length === 0) return;
    const names = this.waiting.map(({ text }) => sectionName(text));
    this.path = names.length > 1 ? names : [...this.path.slice(0, -1), ...names];
    this.waiting = [];
  }

  private leaveWaiting(): void {
    for (const { number, text } of this.waiting) this.leave(number, text);
    this.waiting = [];
  }
}

const isFigure = ({ cell, text }: Filled): boolean =>
  cell.number !== undefined ||
  percentIn(text) !== undefined ||
  (['EUR', 'KG', 'KWH'] as const).some((unit) => readAmount(text, unit, 2) !== undefined);

/** „Summe“ with figures beside it, whichever column they stand in. */
const isTotal = (filled: readonly Filled[]): boolean => {
  const at = filled.findIndex(({ text }) => total.test(text));
  if (at < 0 || at > 2) return false;
  const others = filled.filter((_, index) => index !== at);
  const { key } = filled[at]!;
  // Below the title a number counts the measures above.
  const figures = others.filter(({ key: of, text }) => of !== 'title' || /^\d[\d.,]*$/.test(text));
  if (key !== 'title' && figures.length === others.length) return true;
  return figures.length > 0 || key === 'title'
    ? (key === 'title' || key === 'number') && figures.every(isFigure)
    : false;
};

/** `1.1` and `1-2` stand below `1`, `E1` and `E 1` below `E`. */
const isBelow = (number: string, group: string): boolean => {
  const rest = number.startsWith(group) ? number.slice(group.length) : '';
  return (/\d$/.test(group) ? /^[.,\-/ ]\s*\w/ : /^[ .\-/]*\d/).test(rest);
};

const isNote = ({ text, key }: Filled, others: readonly Filled[], row: TableRow): boolean => {
  if (footnote.test(text)) return others.length === 0 && row.cells.length > 1;
  if (!label.test(text)) return false;
  if (key !== 'title') return others.length < 2;
  return others.length === 0 && /^[^ ]+(?: [^ ]+)?:/u.test(text) && row.cells.length > 1;
};

/** In capitals throughout, as headings are. */
const isLoud = (text: string): boolean =>
  text === text.toUpperCase() && /\p{Lu}{4}.*\p{Lu}/u.test(text) && text.length < 60;

const groupIn = (row: TableRow, filled: readonly Filled[]) => {
  const number = filled.find(({ key }) => key === 'number')?.text;
  const name = filled.find(({ key }) => key === 'title')?.text;
  const isShort = number !== undefined && /^(?:\p{L}{1,3}|\d{1,2})\.?$/u.test(number);
  return filled.length === 2 && isShort && name !== undefined
    ? { row, number: number.replace(/\.$/, ''), name }
    : undefined;
};

/** „Handlungsfeld 2: Energie“ → „Energie“; numbers that a field has otherwise stay its name. */
const sectionName = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(
      /^(?:handlungsfeld|handlungsbereich|themenfeld|themenbereich|aktionsfeld|bereich|sektor|hf|field of action|sector)\s*[\dA-Z.]*\s*[:–-]\s*/iu,
      '',
    )
    .trim() || text;

/** What the second row adds; what it repeats is said already. */
const joined = (row: TableRow, next: TableRow): TableRow => {
  const width = Math.max(row.cells.length, next.cells.length);
  const cells = Array.from({ length: width }, (_, column): Cell | undefined => {
    const [first, second] = [row.cells[column], next.cells[column]];
    if (second === undefined || isBlank(second) || second.repeated) return first;
    return isBlank(first) ? second : { text: `${first!.text}\n${second.text}` };
  });
  return { ...row, cells };
};
