import type { PartialDate } from '@klimaspur/domain';
import type { ColumnMapping } from './column-mapping.js';
import type { GuessedColumn } from './guess-columns.js';
import type { StatusWord } from './status-words.js';

/** How a table was understood: shown to whoever imports it, who may correct it and send it back as `mapping`. */
export interface SheetReading {
  /** Every sheet of the file, with how many of its headings are known. */
  readonly sheets: readonly {
    readonly name: string;
    readonly hidden: boolean;
    readonly known: number;
  }[];
  /** The sheet that was read. */
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
