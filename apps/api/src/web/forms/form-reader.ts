import { readSheetDate } from '@klimaspur/importers';
import type { MessageKey, Translate } from '@klimaspur/messages';
import type { PartialDate } from '@klimaspur/domain';
import { dateFieldValue, readDate } from '../components/date-field-value.js';
import type { FormError } from '../components/error-summary.js';
import { type Scale, typedAmount } from './amounts.js';
import { compacted } from './rows.js';
import { type Typed, typedList, typedText } from './typed.js';

/**
 * Reads what was typed into the shapes of a command and gathers what cannot be read. What is not filled in
 * is undefined. Whether a value makes sense the domain says; here it is only read.
 */
export class FormReader {
  constructor(
    public typed: Typed,
    readonly t: Translate,
    readonly errors: FormError[] = [],
    private readonly prefix = '',
  ) {}

  text(name: string): string | undefined {
    return typedText(this.typed, this.prefix + name) || undefined;
  }

  choices(name: string): string[] | undefined {
    const chosen = typedList(this.typed, this.prefix + name).filter((value) => value !== '');
    return chosen.length === 0 ? undefined : chosen;
  }

  yes(name: string): true | undefined {
    return this.text(name) === 'yes' || undefined;
  }

  /** One thing in each line. */
  lines(name: string): string[] | undefined {
    const lines = (this.text(name) ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return lines.length === 0 ? undefined : lines;
  }

  integer(name: string): number | undefined {
    return this.read(name, (said) => typedAmount(said, 1, this.t.lang), 'form.problem.integer');
  }

  /** Typed in full: „2035“. */
  year(name: string, range: { readonly min: number; readonly max: number }): number | undefined {
    const isYear = (said: string) =>
      /^\d{4}$/.test(said) && Number(said) >= range.min && Number(said) <= range.max;
    const reading = (said: string) => (isYear(said) ? Number(said) : undefined);
    return this.read(name, reading, 'form.problem.year', range);
  }

  cents(name: string): number | undefined {
    return this.amount(name, 100, 'form.problem.money');
  }

  amount(
    name: string,
    scale: Scale,
    problem: MessageKey = 'form.problem.number',
  ): number | undefined {
    return this.read(name, (said) => typedAmount(said, scale, this.t.lang), problem);
  }

  /** A day, month or year in one text field: `30.6.2027`, `06/2027`, `2027`. */
  date(name: string): PartialDate | undefined {
    return this.read(name, readSheetDate, 'form.problem.date');
  }

  /** The day of a DateField; null where it is unknown, and where it cannot be read. */
  day(name: string): PartialDate | null {
    const read = readDate(dateFieldValue(this.typed, this.prefix + name));
    if ('date' in read) return read.date;
    this.fail(name, read.problem);
    return null;
  }

  /** The rows of a list that hold anything; they move together, so that the nth is that of the command. */
  rows(name: string, columns: readonly string[]): FormReader[] {
    const { typed, count } = compacted(this.typed, name, columns);
    this.typed = typed;
    return Array.from(
      { length: count },
      (_, row) => new FormReader(typed, this.t, this.errors, `${name}.${row}.`),
    );
  }

  fail(name: string, problem: MessageKey, params: object = {}): void {
    const text = (this.t as (key: MessageKey, params: object) => string)(problem, params);
    this.errors.push({ name: this.prefix + name, text });
  }

  private read<T>(
    name: string,
    reading: (said: string) => T | undefined,
    problem: MessageKey,
    params?: object,
  ): T | undefined {
    const said = this.text(name);
    if (said === undefined) return undefined;
    const value = reading(said);
    if (value === undefined) this.fail(name, problem, params);
    return value;
  }
}

/** Without what was not filled in; undefined where nothing is left. */
export const filled = <T extends object>(values: T): Partial<T> | undefined => {
  const left = Object.entries(values).filter(([, value]) => value !== undefined);
  return left.length === 0 ? undefined : (Object.fromEntries(left) as Partial<T>);
};
