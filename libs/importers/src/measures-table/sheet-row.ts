import type { PartialDate } from '@klimaspur/domain';
import type { Context } from '../context.js';
import type { NotTakenReason } from '../importer.js';
import type { Row } from '../row.js';
import type { Cell } from '../tables/table.js';
import {
  type Amount,
  isLeftOpen,
  isNothing,
  readAmount,
  readPlainAmount,
  roundedAmount,
  type Unit,
} from './amount.js';
import type { ColumnKey } from './column-words.js';
import { powerIn } from './heading-unit.js';
import { type DateOrder, readSheetDate, readSheetTime, type SheetTime } from './sheet-date.js';
import type { StatusMeaning } from './status-words.js';

/** The columns of a sheet by what they mean, and how its cells are to be read. */
export interface SheetColumns {
  /** Headings of each meaning; those of one meaning are read one after another. */
  readonly byKey: ReadonlyMap<ColumnKey, readonly string[]>;
  /** Known columns that stay outside. */
  readonly left: readonly { readonly heading: string; readonly reason: NotTakenReason }[];
  /** True for a file that Klimaspur wrote. */
  readonly own: boolean;
  readonly dateOrder: DateOrder;
  readonly statusWords: Readonly<Record<string, StatusMeaning>>;
}

type ParseCode = 'field/not-a-number' | 'field/not-a-date' | 'field/unknown-word';

/** A longer text is no number, date or word, and is not searched for one. */
const longestValue = 300;

/** One row of a list, asked by what a column means instead of by what it is called. */
export class SheetRow {
  private readonly unread = new Map<string, string>();

  constructor(
    readonly row: Row,
    private readonly cells: ReadonlyMap<string, Cell>,
    private readonly columns: SheetColumns,
    readonly context: Context,
  ) {}

  get own(): boolean {
    return this.columns.own;
  }

  get statusWords(): Readonly<Record<string, StatusMeaning>> {
    return this.columns.statusWords;
  }

  text(key: ColumnKey): string | undefined {
    const names = this.columns.byKey.get(key) ?? [];
    const texts = names.flatMap((name) => {
      const text = this.row.text(name);
      return text === undefined ? [] : [names.length > 1 ? `${name}: ${text}` : text];
    });
    return texts.length === 0 ? undefined : texts.join('\n\n');
  }

  line(key: ColumnKey): string | undefined {
    const [name] = this.columns.byKey.get(key) ?? [];
    return name === undefined ? undefined : this.row.line(name);
  }

  /** The value behind a cell, where the file knows more of it than its text. */
  cell(key: ColumnKey): Cell | undefined {
    const [name] = this.columns.byKey.get(key) ?? [];
    return name === undefined ? undefined : this.cells.get(name);
  }

  /** In the smallest unit: cents, kg, kWh. What the heading says of the unit counts for cells that name none. */
  amount(key: ColumnKey, unit: Unit): Amount | undefined {
    const power = powerIn(this.columnOf(key), unit);
    return this.parsed(key, 'field/not-a-number', (said, cell) => {
      if (cell?.number !== undefined && !cell.percent) {
        const value = roundedAmount(cell.number, power);
        return value === undefined ? undefined : { value, perYear: false, exact: true };
      }
      if (!this.own) return readAmount(said, unit, power);
      const value = readPlainAmount(said, unit, power);
      return value === undefined ? undefined : { value, perYear: false, exact: true };
    });
  }

  /** An amount of which nothing but the value can be kept; the words around it go to the remarks. */
  plainAmount(key: ColumnKey, unit: Unit): number | undefined {
    const amount = this.amount(key, unit);
    if (amount && (!amount.exact || amount.max !== undefined)) this.keep(key);
    return amount?.value;
  }

  date(key: ColumnKey): PartialDate | undefined {
    return this.parsed(
      key,
      'field/not-a-date',
      (said, cell) => cell?.day ?? readSheetDate(said, this.columns.dateOrder),
    );
  }

  time(key: ColumnKey): SheetTime | undefined {
    return this.parsed(key, 'field/not-a-date', (said, cell) => {
      const time = readSheetTime(cell?.day ?? said, this.columns.dateOrder);
      return this.own && !time?.exact ? undefined : time;
    });
  }

  /** One of the words of a vocabulary. */
  term<T>(key: ColumnKey, read: (said: string) => T | undefined): T | undefined {
    return this.parsed(key, 'field/unknown-word', read);
  }

  /** True where the sheet says that nobody can put it into figures. */
  leftOpen(key: ColumnKey): boolean {
    return !this.own && isLeftOpen(this.line(key) ?? '');
  }

  /** What could not be read, one line each in the order of the columns, for the remarks. */
  get unreadable(): readonly string[] {
    return [...this.cells.keys()].flatMap((name) => this.unread.get(name) ?? []);
  }

  columnOf(key: ColumnKey): string {
    return this.columns.byKey.get(key)?.[0] ?? key;
  }

  has(key: ColumnKey): boolean {
    return this.columns.byKey.has(key);
  }

  /** A text; one that is too long for its place stands in the remarks. */
  shortText(key: ColumnKey, max: number): string | undefined {
    const text = this.text(key);
    if (text === undefined || text.length <= max || this.own) return text;
    this.moveToRemarks(key, text.length, max);
    return undefined;
  }

  moveToRemarks(key: ColumnKey, length: number, max: number): void {
    const column = this.columnOf(key);
    this.keep(key);
    this.context.report.find(this.row.where, 'text-moved', { column, length, max, to: 'remarks' });
  }

  /** The cell as it stands, in the remarks. */
  keep(key: ColumnKey): void {
    const said = this.text(key);
    if (said !== undefined) this.unread.set(this.columnOf(key), `${this.columnOf(key)}: ${said}`);
  }

  /** A stranger's value that we cannot read stays as text; in our own file it would change the text, so it is refused. */
  private parsed<T>(
    key: ColumnKey,
    reason: ParseCode,
    read: (said: string, cell: Cell | undefined) => T | undefined,
  ): T | undefined {
    const said = this.line(key);
    if (said === undefined || (!this.own && (isNothing(said) || isLeftOpen(said))))
      return undefined;
    const value = said.length > longestValue ? undefined : read(said, this.cell(key));
    if (value !== undefined) return value;
    const column = this.columnOf(key);
    if (this.own) {
      this.row.refuse(column, said, reason);
    } else {
      this.keep(key);
      this.context.report.find(this.row.where, 'value-in-remarks', {
        column,
        value: said.slice(0, 80),
      });
    }
    return undefined;
  }
}
