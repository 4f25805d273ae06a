import type { EventData } from '@klimaspur/domain';

type Described = EventData<'MeasureDescribed'>;
type Sheet = Omit<Described, 'text' | 'imported' | 'budget' | 'cost' | 'savings'>;
type Texts = Omit<NonNullable<Described['text']>, 'title'>;
type OrUnsaid<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** A body that takes part. */
export interface Partner {
  readonly name: string;
  readonly explanation?: string | undefined;
}

/**
 * One measure as every export shows it: the words, lists and terms of its sheet under the names of the log, and its
 * state. Dates are YYYY, YYYY-MM or YYYY-MM-DD; money is in cents; `field` is the path of field names from the top,
 * empty for „ohne Handlungsfeld“. Absent means: not said.
 */
export interface MeasureExportRow extends OrUnsaid<Sheet>, OrUnsaid<Texts> {
  readonly id: string;
  /** Name of the town whose measure it is. */
  readonly municipality?: string | undefined;
  /** Title of the plan in which it stands. */
  readonly plan?: string | undefined;
  /** Code of the kind of that plan, such as `HEAT`. */
  readonly planKind?: string | undefined;
  readonly number?: string | undefined;
  readonly field: readonly string[];
  readonly title: string;
  /** Code of the public bar, such as `in-progress`. */
  readonly status: string;
  /** The word of the public bar in the language of the export. */
  readonly statusWord: string;
  /** Code of axis B, such as `ADOPTED`. */
  readonly decision: string;
  /** Since when it is adopted. */
  readonly decidedOn?: string | undefined;
  /** Since when it stands like this, where it is not adopted. */
  readonly decisionSince?: string | undefined;
  /** Adopted with changes. */
  readonly amended?: boolean | undefined;
  /** A later paper is being dealt with. */
  readonly inNewConsultation?: boolean | undefined;
  readonly noDecisionReason?: string | undefined;
  /** Ids of the measures in which it goes on. */
  readonly heirs?: readonly string[] | undefined;
  /** Code of axis C, such as `IN_PROGRESS`. */
  readonly implementation: string;
  /** Since when, where neither begin nor end says it. */
  readonly implementationSince?: string | undefined;
  /** In its place, where it had come to this by then and since when is unknown. */
  readonly implementationBy?: string | undefined;
  readonly startedOn?: string | undefined;
  /** In its place, where it had begun by then. */
  readonly startedBy?: string | undefined;
  readonly endedOn?: string | undefined;
  /** In its place, where it had ended by then. */
  readonly endedBy?: string | undefined;
  readonly percent?: number | undefined;
  readonly delayReported: boolean;
  readonly delayReportedOn?: string | undefined;
  readonly delayReason?: string | undefined;
  readonly abandonReason?: string | undefined;
  readonly late: boolean;
  readonly plannedStart?: string | undefined;
  readonly plannedEnd?: string | undefined;
  readonly lead?: string | undefined;
  readonly leadExplanation?: string | undefined;
  readonly partners?: readonly Partner[] | undefined;
  readonly budgetPerYearCents?: number | undefined;
  readonly budgetTotalCents?: number | undefined;
  readonly costOneOffCents?: number | undefined;
  readonly costPerYearCents?: number | undefined;
  /** Posts needed, in hundredths. */
  readonly staffHundredths?: number | undefined;
  readonly costAsOf?: string | undefined;
  readonly savingKgCo2ePerYear?: number | undefined;
  readonly savingMinKgCo2ePerYear?: number | undefined;
  readonly savingMaxKgCo2ePerYear?: number | undefined;
  readonly savingKwhPerYear?: number | undefined;
  readonly savingCentsPerYear?: number | undefined;
  readonly savingQuality?: string | undefined;
  readonly ownProposal?: boolean | undefined;
  /** Scale and rating of the observers, such as `TRAFFIC_LIGHT.GREEN`. */
  readonly assessment?: string | undefined;
  readonly assessedOn?: string | undefined;
  /** The latest day that an entry on any axis names. */
  readonly lastEntryOn?: string | undefined;
  /** Address of the measure's page here; elsewhere the measure has another. */
  readonly url: string;
  /** What the codes of the state are called in the language of the export. */
  readonly words?: Readonly<Partial<Record<StateTerm, string>>>;
}

/** Columns that hold a code in JSON and a word for people, which the pages use as well. */
export type StateTerm =
  | 'decision'
  | 'noDecisionReason'
  | 'implementation'
  | 'delayReason'
  | 'abandonReason'
  | 'assessment';
