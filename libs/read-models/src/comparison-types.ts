import type { Day, MeasureChange, MeasureStand } from '@klimaspur/domain';
import type { PlaceInPlan } from './measure-types.js';
import type { Progress, View } from './town-types.js';

/** Two moments of one town: who asks is the same at both. */
export interface ComparedMoments {
  readonly from: View;
  readonly to: View;
}

/** What was put right in the records of a measure between the two moments. */
export interface Corrections {
  readonly corrected: number;
  readonly voided: number;
  /** The newest of these entries. */
  readonly entry: string;
}

/** A measure of which something is another than it was. */
export interface ComparedMeasure {
  readonly id: string;
  readonly title: string;
  readonly published: boolean;
  /** Where it stands at the second moment; of one that went away, where it stood. */
  readonly place: PlaceInPlan | null;
  /** Null: it was not there. */
  readonly before: MeasureStand | null;
  readonly after: MeasureStand | null;
  /** Measures with which it goes on, as far as they may be seen. */
  readonly heirs: readonly string[];
  readonly changes: readonly MeasureChange[];
  readonly corrections: Corrections | null;
  /** Day on which it was recorded, if that lies between the moments: in the counts it stands at both. */
  readonly recordedOn: Day | null;
}

/** How many stand where at one moment, as the page of that moment counts them. */
export type StandAt = Pick<Progress, 'counts' | 'fields' | 'withoutField' | 'inSeveralFields'>;

export interface Comparison {
  readonly before: StandAt;
  readonly after: StandAt;
  /** Measures of which something is another, in the order of the plan. */
  readonly items: readonly ComparedMeasure[];
}
