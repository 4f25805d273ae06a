import type { SheetReading } from '@klimaspur/importers';
import type { ImportReport } from './run-import.js';

/** What a file that waits would bring. */
export interface Preview {
  readonly reading: SheetReading | undefined;
  /** The day it speaks for, by the user's word or its own. */
  readonly standOn: string | null;
  readonly report: ImportReport;
  /** The place of the log up to which it was compared. */
  readonly position: string | null;
}
