import type { Day, PartialDate, Shift, Stage } from '@klimaspur/domain';

/** How many measures have come how far. What goes on elsewhere is counted there. */
export type StageCounts = Readonly<Record<Stage, number>> & {
  readonly total: number;
  /** Of the decided, those that were given up. */
  readonly givenUp: number;
  /** Begun without a decision in force; not among the decided. */
  readonly begunUndecided: number;
  /** Nobody entered whether they are decided. */
  readonly decisionUnknown: number;
};

export interface StagePoint extends StageCounts {
  readonly day: Day;
}

export interface RatingCounts {
  readonly scale: string;
  /** All ratings of the scale, the best first. */
  readonly ratings: readonly { readonly rating: string; readonly count: number }[];
}

/** What the observers think of the measures; counted apart from how these stand. */
export interface AssessmentCounts {
  readonly total: number;
  readonly assessed: number;
  /** Looked at, and expressly not assessed; neither these nor the assessed are still open. */
  readonly notAssessed: number;
  /** Scales that were used: ratings of two scales do not compare. */
  readonly scales: readonly RatingCounts[];
}

export interface AssessmentPoint extends AssessmentCounts {
  readonly day: Day;
}

/** Which days are asked about: without `from` only the day of the view, else each end of a half-year as well. */
export interface TrendScope {
  readonly plan?: string;
  readonly from?: Day;
}

/** A measure whose planned end was moved. */
export interface MovedMeasure {
  readonly id: string;
  readonly title: string;
  /** The end that was named first, and the one that is planned now. */
  readonly first: PartialDate;
  readonly now: PartialDate;
  readonly times: number;
  /** Between the last possible days of the two; less than 0: it is earlier now. */
  readonly days: number;
}

/** How often and how far planned ends were moved. */
export interface MovedDates {
  /** All measures; those of them that have a planned end; those of which it was moved. */
  readonly measures: number;
  readonly planned: number;
  readonly total: number;
  /** Moves of all of them together. */
  readonly moves: number;
  /** How far the planned ends lie from those named first. */
  readonly shifts: readonly { readonly shift: Shift; readonly count: number }[];
  /** Those that were moved, the farthest first. */
  readonly items: readonly MovedMeasure[];
}

export interface MovedDatesScope {
  readonly plan?: string;
  /** How many measures are named; absent: all that were moved. */
  readonly limit?: number;
}
