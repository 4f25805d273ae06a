import type { PartialDate } from '@klimaspur/domain';
import type { Context } from '../context.js';
import type { NotTakenReason } from '../importer.js';
import type { Row } from '../row.js';
import type { Cell } from '../tables/table.js';
import {
  type Amount,
  isBlankSign,
  isLeftOpen,
  isNothing,
  isOne,
  readAmount,
  readPlainAmount,
  roundedAmount,
  type Unit,
} from './amount.js';
import type { ColumnKey } from './column-words.js';
import { powerIn } from './heading-unit.js';
import { readSheetDate, readSheetTime } from './sheet-date.js';
import { type DateOrder, serialDay, type SheetTime } from './sheet-moment.js';
import type { StatusMeaning } from './status-words.js';
import { isMistake, type ParseCode, placeOf, type TextPlace } from './unread-cells.js';

/** The columns of a sheet by what they mean, and how its cells are to be read. */
export interface SheetColumns {
  /** Headings of each meaning; those of one meaning are read one after another. */
  readonly byKey: ReadonlyMap<ColumnKey, readonly string[]>;
  /** Known columns that stay outside. */
  readonly left: readonly { readonly heading: string; readonly reason: NotTakenReason }[];
  /** True for a file that Klimaspur wrote. */
  readonly own: boolean;
  readonly dateOrder: DateOrder;
  /** True where shares are written from 0 to 1. */
  readonly shares: boolean;
  readonly statusWords: Readonly<Record<string, StatusMeaning>>;
}

/** A longer text is no number, date or word, and is not searched for one. */
const longestValue = 300;

/** One row of a list, asked by what a column means instead of by what it is called. */
export class SheetRow {
  private readonly kept = new Map<string, { readonly place: TextPlace; readonly text: string }>();

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

  /** What each column of a meaning says. */
  said(key: ColumnKey): readonly { readonly column: string; readonly text: string }[] {
    return (this.columns.byKey.get(key) ?? []).flatMap((column) => {
      const text = this.row.text(column);
      return text === undefined || (!this.own && isBlankSign(text)) ? [] : [{ column, text }];
    });
  }

  text(key: ColumnKey): string | undefined {
    const isOne = this.columns.byKey.get(key)?.length === 1;
    const texts = this.said(key).map(({ column, text }) => (isOne ? text : `${column}: ${text}`));
    return texts.length === 0 ? undefined : texts.join('\n\n');
  }

  line(key: ColumnKey): string | undefined {
    const [name] = this.columns.byKey.get(key) ?? [];
    const line = name === undefined ? undefined : this.row.line(name);
    return line !== undefined && !this.own && isBlankSign(line) ? undefined : line;
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

  /** One figure, with the words around it kept; a range is words alone, for half of it would be another figure. */
  figure(key: ColumnKey, unit: Unit): Amount | undefined {
    const amount = this.amount(key, unit);
    if (amount === undefined || amount.exact) return amount;
    this.keep(key);
    if (isOne(amount)) return amount;
    this.findText(key);
    return undefined;
  }

  plainAmount(key: ColumnKey, unit: Unit): number | undefined {
    return this.figure(key, unit)?.value;
  }

  date(key: ColumnKey): PartialDate | undefined {
    return this.parsed(
      key,
      'field/not-a-date',
      (said, cell) =>
        cell?.day ?? this.serial(key, said) ?? readSheetDate(said, this.columns.dateOrder),
    );
  }

  time(key: ColumnKey): SheetTime | undefined {
    return this.parsed(key, 'field/not-a-date', (said, cell) => {
      const day = cell?.day ?? this.serial(key, said);
      const time = readSheetTime(day ?? said, this.columns.dateOrder);
      return this.own && !time?.exact ? undefined : time;
    });
  }

  /** A day whose cell has lost the format that shows it as one. */
  private serial(key: ColumnKey, said: string): PartialDate | undefined {
    const date = this.own ? undefined : serialDay(said);
    if (date !== undefined) {
      const column = this.columnOf(key);
      this.context.report.find(this.row.where, 'date-was-number', { column, value: said, date });
    }
    return date;
  }

  /** How far something is. `isShare`: the column writes 0,4 for 40 %. */
  share<T>(key: ColumnKey, read: (said: string, isShare: boolean) => T | undefined): T | undefined {
    return this.parsed(key, 'field/not-a-share', (said, cell) =>
      read(said, this.columns.shares && !cell?.percent && !said.includes('%')),
    );
  }

  /** One of the words of a vocabulary. */
  term<T>(key: ColumnKey, read: (said: string) => T | undefined): T | undefined {
    return this.parsed(key, 'field/unknown-word', read);
  }

  /** True where the sheet says that nobody can put it into figures. */
  leftOpen(key: ColumnKey): boolean {
    return !this.own && isLeftOpen(this.line(key) ?? '');
  }

  /** What is kept as text in a place, one line each in the order of the columns. */
  keptIn(place: TextPlace): string | undefined {
    const lines = [...this.cells.keys()].flatMap((name) => {
      const kept = this.kept.get(name);
      return kept?.place === place ? [kept.text] : [];
    });
    return lines.join('\n') || undefined;
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
    this.keep(key, 'remarks');
    this.context.report.find(this.row.where, 'text-moved', { column, length, max, to: 'remarks' });
  }

  /** The cell as it stands, among the texts. */
  keep(key: ColumnKey, place = placeOf[key] ?? 'remarks'): void {
    const said = this.text(key);
    const column = this.columnOf(key);
    if (said !== undefined) this.kept.set(column, { place, text: `${column}: ${said}` });
  }

  /** Says that a cell became text, and where it stands now. */
  private findText(key: ColumnKey): void {
    const to = key === 'period' ? key : (placeOf[key] ?? 'remarks');
    const value = (this.line(key) ?? '').slice(0, 80);
    const column = this.columnOf(key);
    this.context.report.find(this.row.where, 'value-as-text', { column, value, to });
  }

  /**
   * What a stranger tells in a column of figures or terms stays as text. A word that is no date is a mistake in a
   * column of dates; in our own file anything unreadable is one, for kept as text it would change the text.
   */
  private parsed<T>(
    key: ColumnKey,
    reason: ParseCode,
    read: (said: string, cell: Cell | undefined) => T | undefined,
  ): T | undefined {
    const said = this.line(key);
    if (said === undefined) return undefined;
    const isCross = reason === 'field/not-a-date' && /^x$/i.test(said);
    if (!this.own && !isCross && (isNothing(said) || isLeftOpen(said))) return undefined;
    const value = said.length > longestValue ? undefined : read(said, this.cell(key));
    if (value !== undefined) return value;
    if (this.own || (!isCross && isMistake(key, said, reason))) {
      this.row.refuse(this.columnOf(key), said, reason);
    } else {
      // The words of a period are its text already.
      if (key !== 'period') this.keep(key);
      this.findText(key);
    }
    return undefined;
  }
}
