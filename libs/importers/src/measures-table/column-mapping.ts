import type { ColumnKey } from './column-words.js';
import type { DateOrder } from './sheet-moment.js';
import type { StatusMeaning } from './status-words.js';

/** What a column is taken for. */
export type ColumnTarget = ColumnKey | 'ignore';

/**
 * How a sheet is to be read, as the user said it or as it was guessed. Every part may be missing; what is named
 * wins over every guess. Columns go by their headings, so that the same mapping fits the next edition.
 */
export interface ColumnMapping {
  /** The sheets that are read, and no other. */
  readonly sheet?: string | readonly string[];
  /** Sheets that are read, or are not, whatever they look like; of others that is guessed. */
  readonly sheets?: Readonly<Record<string, 'read' | 'ignore'>>;
  /** The last row of the heading, as a spreadsheet counts; of several sheets that with most known headings. */
  readonly headingRow?: number;
  readonly columns?: Readonly<Record<string, ColumnTarget>>;
  readonly dateOrder?: DateOrder;
  readonly statusWords?: Readonly<Record<string, StatusMeaning>>;
}
