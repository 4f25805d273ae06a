/**
 * One measure as every export shows it. Dates are YYYY, YYYY-MM or YYYY-MM-DD; money is in cents; `field` is the
 * path of field names from the top, empty for „ohne Handlungsfeld“. Absent means: not said.
 */
export interface MeasureExportRow {
  readonly id: string;
  readonly number?: string | undefined;
  readonly field: readonly string[];
  readonly title: string;
  readonly teaser?: string | undefined;
  /** Code of the public bar, such as `in-progress`. */
  readonly status: string;
  /** The word of the public bar in the language of the export. */
  readonly statusWord: string;
  /** Code of axis B, such as `ADOPTED`. */
  readonly decision: string;
  /** Code of axis C, such as `IN_PROGRESS`. */
  readonly implementation: string;
  readonly delayReported: boolean;
  readonly late: boolean;
  readonly plannedStart?: string | undefined;
  readonly plannedEnd?: string | undefined;
  readonly lead?: string | undefined;
  readonly leadExplanation?: string | undefined;
  readonly budgetPerYearCents?: number | undefined;
  readonly budgetTotalCents?: number | undefined;
  readonly savingKgCo2ePerYear?: number | undefined;
  readonly savingKwhPerYear?: number | undefined;
  readonly savingCentsPerYear?: number | undefined;
  readonly ownProposal?: boolean | undefined;
  readonly description?: string | undefined;
  readonly planText?: string | undefined;
  readonly background?: string | undefined;
  readonly goal?: string | undefined;
  readonly statusReport?: string | undefined;
  readonly statusNote?: string | undefined;
  readonly outlook?: string | undefined;
  readonly obstacles?: string | undefined;
  readonly remarks?: string | undefined;
  readonly planAssessment?: string | undefined;
  readonly supporters?: string | undefined;
  /** Day of the newest entry on any axis. */
  readonly lastEntryOn?: string | undefined;
  /** Address of the measure's page. */
  readonly url: string;
}
