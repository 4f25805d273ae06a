import type { PartialDate } from '@klimaspur/domain';
import type { Report } from './report.js';

/** What every translator of one file needs. */
export interface Context {
  readonly report: Report;
  /** Today in Berlin, YYYY-MM-DD. */
  readonly today: string;
  /** The day for which the file speaks; entries without a day of their own get it. */
  readonly standOn: PartialDate | null;
  /** File name without folder and ending: a name of last resort. */
  readonly fallbackName: string;
}

/** An id of the right form, for checking data whose ids the caller fills in later. */
export const anyId = '00000000-0000-4000-8000-000000000000';
