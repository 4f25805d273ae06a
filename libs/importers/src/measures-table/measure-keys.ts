import { oneLine } from '../clean-text.js';
import type { Report } from '../report.js';
import { keysByColumn } from './sheet-columns.js';
import type { GuessedColumn } from './guess-columns.js';
import { RowKeys } from './row-keys.js';
import { type OpenSheet, rowsBelow } from './open-sheet.js';

/** By which a second import finds the measures of a file again, each with the row that has it. */
export class MeasureKeys {
  private readonly places = new RowKeys();

  /** @param apart true where each sheet counts anew: a number means nothing without its sheet */
  constructor(
    private readonly report: Report,
    private readonly apart = false,
  ) {}

  /** Our own id; where the row that had it first stands, if another has it. */
  take(id: string, where: string): string | undefined {
    const first = this.places.get(id);
    if (first === undefined) this.places.set(id, where);
    return first;
  }

  /** The number, or else the title; numbered where two rows have the same, so that both come in. */
  of(where: string, sheet: string, number: string | undefined, title: string): string {
    const said = this.apart && number !== undefined ? `${sheet} ${number}` : number;
    const value = oneLine(said ?? title.toLowerCase()).slice(0, 190);
    const first = this.places.get(value);
    if (first === undefined) {
      this.places.set(value, where);
      return value;
    }
    const key = this.places.numbered(value);
    this.places.set(key, where);
    this.report.find(where, 'key-numbered', { value, first, key });
    return key;
  }
}

/** True where a number of one sheet comes again in another. */
export const countAnew = (
  sheets: readonly { readonly open: OpenSheet; readonly guessed: readonly GuessedColumn[] }[],
): boolean => {
  const seen = new Set<string>();
  return sheets.some(({ open, guessed }) => {
    const keyAt = keysByColumn(guessed);
    const numbers = rowsBelow(open).flatMap(({ cells }) =>
      cells.flatMap((cell, column) =>
        keyAt(column) === 'number' ? (cell?.text.trim() ?? []) : [],
      ),
    );
    const again = numbers.some((number) => number !== '' && seen.has(number));
    for (const number of numbers) seen.add(number);
    return again;
  });
};
