import type { Report } from '../report.js';
import { type Cell, isBlank, type TableRow } from '../tables/table.js';
import type { ColumnKey } from './column-words.js';
import { type HeadingRow, isHeadingAgain } from './heading-row.js';

/** A row that holds a measure, with the fields that rows above it named for what follows. */
export interface SheetLine {
  readonly row: TableRow;
  readonly path: readonly string[];
}

const sectionLimit = 200;
const total = /^(?:summe|gesamt(?:summe)?|zwischensumme|total|insgesamt)\b/iu;
const note =
  /^(?:quelle|hinweis|legende|anmerkung|stand|erläuterung|fußnote|\*|note|source|legend)\b|^\*/iu;

/**
 * The measures of a sheet, out of all that stands below its heading: rows that name a field for what follows,
 * headings that come again on each page, sums, notes at the end, and measures that go on over several rows.
 */
export class SheetLines {
  private path: string[] = [];
  private waiting: { readonly number: number; readonly text: string }[] = [];

  constructor(
    private readonly heading: HeadingRow,
    private readonly keyAt: (column: number) => ColumnKey | undefined,
    private readonly report: Report,
  ) {}

  *of(rows: Iterable<TableRow>): Generator<SheetLine> {
    let line: SheetLine | undefined;
    for (const row of rows) {
      if (row.number <= this.heading.last || isHeadingAgain(row, this.heading)) continue;
      if (line && this.goesOn(row)) {
        line = { ...line, row: joined(line.row, row) };
        continue;
      }
      if (this.isAside(row)) continue;
      if (line) yield line;
      this.openSection();
      line = { row, path: this.path };
    }
    if (line) yield line;
    this.leaveWaiting();
  }

  /** The title is merged with that of the row above: one measure in several rows. */
  private goesOn({ cells }: TableRow): boolean {
    return cells.some((cell, column) => cell?.repeated && this.keyAt(column) === 'title');
  }

  /** Rows that are no measure. Whether a lonely text names a field is known when a measure follows. */
  private isAside(row: TableRow): boolean {
    const filled = row.cells.flatMap((cell, column) =>
      isBlank(cell) || cell?.repeated ? [] : [{ cell: cell!, column, key: this.keyAt(column) }],
    );
    const [first, ...others] = filled;
    if (!first) return true;
    const text = first.cell.text.trim();
    const hasTitle = filled.some(({ key }) => key === 'title');
    if (
      total.test(text) &&
      (!hasTitle || (first.key === 'title' && others.every(({ cell }) => cell.number)))
    ) {
      return this.leave(row.number, text);
    }
    if (others.length > 0) return false;
    const isWide = (first.cell.span ?? 1) > 1;
    if (first.key === 'title' && !isWide && !this.isNote(row, text)) return false;
    const canName =
      isWide || first.key === undefined || first.key === 'field' || first.key === 'number';
    if (!canName) return false;
    if (note.test(text) || /^[\d.]+$/.test(text) || text.length > sectionLimit) {
      return this.leave(row.number, text);
    }
    this.waiting.push({ number: row.number, text });
    return true;
  }

  private isNote(row: TableRow, text: string): boolean {
    return row.cells.length > 1 && /^(?:\*|quelle:|hinweis:|legende:|stand:)/iu.test(text);
  }

  private leave(number: number, text: string): true {
    this.report.find(`row ${number}`, 'row-left-out', { value: text.slice(0, 80) });
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

/** „Handlungsfeld 2: Energie“ → „Energie“; numbers that a field has otherwise stay its name. */
const sectionName = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^(?:handlungsfeld|themenfeld|bereich|hf)\s*[\dA-Z.]*\s*[:–-]\s*/iu, '')
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
