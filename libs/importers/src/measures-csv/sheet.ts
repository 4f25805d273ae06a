import type { Context } from '../context.js';
import type { Row } from '../row.js';
import { readAmount } from './amount.js';
import type { ColumnKey, Headings } from './headings.js';
import { readSheetDate } from './sheet-date.js';

/** One row of a list, asked by what a column means instead of by what it is called. */
export class SheetRow {
  private readonly unread: string[] = [];

  constructor(
    readonly row: Row,
    private readonly headings: Headings,
    private readonly context: Context,
  ) {}

  get own(): boolean {
    return this.headings.own;
  }

  text(key: ColumnKey): string | undefined {
    const column = this.headings.columns.get(key);
    return column === undefined ? undefined : this.row.text(column);
  }

  line(key: ColumnKey): string | undefined {
    const column = this.headings.columns.get(key);
    return column === undefined ? undefined : this.row.line(column);
  }

  amount(key: ColumnKey, scale: 1 | 100 | 1000): number | undefined {
    return this.parsed(key, 'field/not-a-number', (said) => readAmount(said, scale));
  }

  date(key: ColumnKey): string | undefined {
    return this.parsed(key, 'field/not-a-date', readSheetDate);
  }

  /** What could not be read, one line each, for the remarks. */
  get unreadable(): readonly string[] {
    return this.unread;
  }

  columnOf(key: ColumnKey): string {
    return this.headings.columns.get(key) ?? key;
  }

  /** A stranger's value that we cannot read stays as text; in our own file it would change the text, so it is refused. */
  private parsed<T>(
    key: ColumnKey,
    reason: 'field/not-a-number' | 'field/not-a-date',
    read: (said: string) => T | undefined,
  ): T | undefined {
    const said = this.line(key);
    if (said === undefined) return undefined;
    const value = read(said);
    if (value !== undefined) return value;
    const column = this.columnOf(key);
    if (this.own) {
      this.row.refuse(column, said, reason);
    } else {
      this.unread.push(`${column}: ${said}`);
      this.context.report.find(this.row.where, 'value-in-remarks', {
        column,
        value: said.slice(0, 80),
      });
    }
    return undefined;
  }
}
