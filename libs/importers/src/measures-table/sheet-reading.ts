import type { PartialDate } from '@klimaspur/domain';
import type { ColumnMapping } from './column-mapping.js';
import type { GuessedColumn } from './guess-columns.js';
import type { StatusWord } from './status-words.js';

/**
 * What becomes of a sheet: it is read; somebody left it out; it is hidden; no table of measures was found in it; its
 * columns are others; its measures stand in a sheet that is read, so it is another edition.
 */
export type SheetUse =
  'read' | 'ignored' | 'hidden' | 'no-table' | 'other-columns' | 'same-measures';

/** A sheet of the file, how many of its headings are known, and what becomes of it. */
export interface FoundSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly known: number;
  readonly use: SheetUse;
}

/** How a table was understood: shown to whoever imports it, who may correct it and send it back as `mapping`. */
export interface SheetReading {
  /** Every sheet of the file, with how many of its headings are known, and whether it is read. */
  readonly sheets: readonly FoundSheet[];
  /** The sheet that was read; of several that with most known headings. */
  readonly sheet: string;
  readonly headingRow: number;
  readonly columns: readonly GuessedColumn[];
  /** Headings of columns that have no place: those to ask about. */
  readonly unplaced: readonly string[];
  readonly statusWords: readonly StatusWord[];
  /** The day that the sheet itself names above its heading. */
  readonly standOn: PartialDate | null;
  /** All of it as a mapping that reads the same. */
  readonly mapping: ColumnMapping;
}
