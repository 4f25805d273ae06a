import type { PartialDate } from '@klimaspur/domain';

/** A cell as a spreadsheet shows it and, where the file knows it, the value behind. */
export interface Cell {
  readonly text: string;
  /** In plain decimal notation: `72000.5`. */
  readonly number?: string;
  /** `number` is a share: `0.6` is shown as 60 %. */
  readonly percent?: true;
  readonly day?: PartialDate;
  /** Taken over from the cell above, with which this one is merged. */
  readonly repeated?: true;
  /** How many columns the cell is merged over, where more than one. */
  readonly span?: number;
}

/** One row in which something stands. */
export interface TableRow {
  /** As a spreadsheet counts. */
  readonly number: number;
  /** From column A; holes where nothing stands. */
  readonly cells: readonly (Cell | undefined)[];
  readonly hidden?: true;
}

/** One table of a file: rows with addresses, whatever the file is. */
export interface Table {
  /** Name of the sheet; '' where the file has none. */
  readonly name: string;
  readonly hidden: boolean;
  /** A row with another number of cells than the headings was torn apart by a stray separator. */
  readonly fixedWidth: boolean;
  /** From the first row, as often as it is asked; one row at a time lies in memory. */
  rows(): Iterable<TableRow>;
}

/** More than any plan has; a spreadsheet whose formats reach to its end has no more filled ones. */
export const rowLimit = 50_000;
export const columnLimit = 500;

/** 0 → A, 26 → AA. */
export const columnLetters = (index: number): string => {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
};

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || cell.text.trim() === '';
