import { berlinDay, isPartialDate, type PartialDate } from '@klimaspur/domain';
import { oneLine, storable, withoutAddresses } from './clean-text.js';
import type { NotTakenReason, Params } from './importer.js';
import type { Report } from './report.js';
import { isRefusalCode, type RefusalCode } from './words.js';

export type JsonRecord = Readonly<Record<string, unknown>>;

const says = (value: unknown) =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  value !== false &&
  !(Array.isArray(value) && value.length === 0);

const instant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * One record of a JSON file, read column by column. Every value of the wrong kind is refused by name, and
 * columns that nobody asked for are reported at the end. Later names of a column stand before older ones.
 */
export class Row {
  private readonly read = new Set<string>();
  private readonly wrong = new Set<string>();

  /** `verbatim`: the texts are our own, given back unchanged. */
  constructor(
    readonly where: string,
    private readonly values: JsonRecord,
    private readonly report: Report,
    private readonly verbatim = false,
  ) {}

  /** True once a value of this row was refused. */
  get refused(): boolean {
    return this.wrong.size > 0;
  }

  /** The first thing that is wrong with a column is said, what follows from it is not. */
  refuse(column: string, value: unknown, reason: RefusalCode, params: Params = {}) {
    if (this.wrong.has(column)) return;
    this.wrong.add(column);
    this.report.refuse(this.where, column, value, reason, params);
  }

  /** The first of these columns that says something, under the name it has in the file. */
  value(...columns: readonly string[]): { column: string; value: unknown } | undefined {
    for (const column of columns) this.read.add(column);
    const column = columns.find(
      (name) => Object.hasOwn(this.values, name) && says(this.values[name]),
    );
    return column === undefined ? undefined : { column, value: this.values[column] };
  }

  /** A text of any length, as it stands. */
  text(...columns: readonly string[]): string | undefined {
    const found = this.value(...columns);
    if (found === undefined) return undefined;
    if (typeof found.value !== 'string') {
      this.refuse(found.column, found.value, 'field/not-a-text');
      return undefined;
    }
    const stored = storable(found.value);
    if (stored === undefined) {
      this.refuse(found.column, found.value, 'field/not-storable');
      return undefined;
    }
    if (this.verbatim) return stored;
    const { text, removed } = withoutAddresses(stored);
    if (removed > 0) {
      this.report.find(this.where, 'e-mail-removed', { column: found.column, count: removed });
    }
    return text.trim() === '' ? undefined : text;
  }

  /** A name or title. */
  line(...columns: readonly string[]): string | undefined {
    const text = this.text(...columns);
    return text === undefined || this.verbatim ? text : oneLine(text);
  }

  /** A key, a number or a text in the file. */
  key(...columns: readonly string[]): string | undefined {
    const found = this.value(...columns);
    if (found === undefined) return undefined;
    if (Number.isSafeInteger(found.value)) return String(found.value);
    return this.line(found.column);
  }

  date(...columns: readonly string[]): PartialDate | undefined {
    const found = this.value(...columns);
    if (found === undefined) return undefined;
    const date = typeof found.value === 'string' ? dateIn(found.value) : undefined;
    if (date === undefined) this.refuse(found.column, found.value, 'field/not-a-date');
    return date;
  }

  integer(min: number, max: number, ...columns: readonly string[]): number | undefined {
    const found = this.value(...columns);
    if (found === undefined) return undefined;
    const { value } = found;
    if (Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max) {
      return value as number;
    }
    this.refuse(found.column, value, 'field/not-an-integer', { min, max });
    return undefined;
  }

  boolean(column: string): boolean | undefined {
    this.read.add(column);
    const value = Object.hasOwn(this.values, column) ? this.values[column] : undefined;
    if (value === undefined || value === null || typeof value === 'boolean')
      return value ?? undefined;
    this.refuse(column, value, 'field/not-a-boolean');
    return undefined;
  }

  code<C extends number>(codes: readonly C[], column: string): C | undefined {
    const found = this.value(column);
    if (found === undefined) return undefined;
    const code = codes.find((known) => known === found.value);
    if (typeof found.value === 'string') {
      this.refuse(column, found.value, 'field/text-for-number', { allowed: codes.join(', ') });
    } else if (code === undefined) {
      this.refuse(column, found.value, 'field/unknown-code', { allowed: codes.join(', ') });
    }
    return code;
  }

  /** What our own rules say about the finished data, in the words of the file's columns. */
  refuseIssues(
    issues: readonly { path: string; code: string; params: Readonly<Record<string, unknown>> }[],
    columns: Readonly<Record<string, readonly string[]>>,
  ) {
    for (const { path, code, params } of issues) {
      const names = columns[path] ?? [path];
      const column = this.value(...names)?.column ?? names[0] ?? path;
      const value = Object.hasOwn(this.values, column) ? this.values[column] : '';
      const reason = isRefusalCode(code) ? code : 'field/not-storable';
      this.refuse(column, value, reason, params as Params);
    }
  }

  /** A column that is known and stays outside, reported as prefix + name; counted where it says something. */
  leave(
    prefix: string,
    column: string,
    reason: NotTakenReason,
    isNothing?: (value: unknown) => boolean,
  ) {
    const found = this.value(column);
    if (found && isNothing?.(found.value) !== true) this.report.leave(prefix + column, reason);
  }

  /** Counts every column that nobody read. */
  leaveTheRest(prefix: string) {
    for (const [column, value] of Object.entries(this.values)) {
      if (!this.read.has(column) && says(value)) this.report.leave(prefix + column, 'not-yet');
    }
  }
}

/** `2022-11-30`, or an instant, whose Berlin day counts. */
const dateIn = (value: string): PartialDate | undefined => {
  const text = value.trim();
  const match = instant.exec(text);
  if (!match) return isPartialDate(text) ? text : undefined;
  const day = text.slice(0, 10);
  if (match[1] === undefined) return isPartialDate(day) ? day : undefined;
  const moment = new Date(text.replace(' ', 'T'));
  return Number.isNaN(moment.getTime()) ? undefined : berlinDay(moment.toISOString());
};
