import { numberOf } from './days.js';
import {
  dayOf,
  evolveMeasure,
  lateFrom,
  publicBar,
  unknownMeasure,
  type MeasureState,
  type Status,
} from '@klimaspur/domain';
import { END } from '../store/schema.js';
import { Fold } from './folds.js';
import { staleSpans } from './freshness.js';
import { Rectangles, type Segment } from './rectangles.js';
import type { KnowledgeStep } from './story.js';

export type LateMark = 'start' | 'end' | null;

/** What holds of a measure on a span of days. */
export interface Standing {
  readonly state: MeasureState;
  readonly status: Status;
  readonly late: LateMark;
  readonly stale: boolean;
}

/** What the texts of a measure are made of. */
export type Sheet = Pick<MeasureState, 'recorded' | 'described'>;

/** Everything of a state that its own texts do not say; what nobody said is left out. */
export const factsOf = (() => {
  const kept = new WeakMap<MeasureState, string>();
  return (state: MeasureState): string => {
    const known = kept.get(state);
    if (known !== undefined) return known;
    const facts: Record<string, unknown> = {};
    for (const key of Object.keys(state) as (keyof MeasureState)[]) {
      if (key === 'recorded' || key === 'described') continue;
      if (state[key] !== unknownMeasure[key]) facts[key] = state[key];
    }
    const text = JSON.stringify(facts);
    kept.set(state, text);
    return text;
  };
})();

/** The state again, without its texts. */
export const stateFrom = (facts: string): MeasureState => ({
  ...unknownMeasure,
  ...(JSON.parse(facts) as Partial<MeasureState>),
});

const sameStanding = (a: Standing, b: Standing): boolean =>
  a.status === b.status &&
  a.late === b.late &&
  a.stale === b.stale &&
  (a.state === b.state || factsOf(a.state) === factsOf(b.state));

const sameSheet = (a: Sheet, b: Sheet): boolean =>
  (a.recorded === b.recorded && a.described === b.described) ||
  JSON.stringify([a.recorded, a.described]) === JSON.stringify([b.recorded, b.described]);

/** The statuses of one measure as each knowledge step tells them, with the texts of its sheet. */
export class MeasureStory {
  readonly standings = new Rectangles<Standing>(sameStanding);
  readonly sheets = new Rectangles<Sheet>(sameSheet);
  private readonly fold = new Fold(unknownMeasure, evolveMeasure);

  know(step: KnowledgeStep): void {
    // A measure whose recording was voided is not there at all.
    const states = this.fold.segments(step).filter(({ value }) => value.recorded !== null);
    this.sheets.know(step.knownFrom, sheetsOf(states));
    this.standings.know(step.knownFrom, standingsOf(states, staleSpans(step.told)));
  }
}

const sheetsOf = (states: readonly Segment<MeasureState>[]): Segment<Sheet>[] => {
  const sheets: { from: number; to: number; value: Sheet }[] = [];
  for (const { from, to, value } of states) {
    const last = sheets.at(-1);
    if (last && sameSheet(last.value, value)) last.to = to;
    else sheets.push({ from, to, value });
  }
  return sheets;
};

const standingsOf = (
  states: readonly Segment<MeasureState>[],
  stale: readonly Segment<true>[],
): Segment<Standing>[] => {
  const standings: Segment<Standing>[] = [];
  for (const { from, to, value } of mergeEqual(states)) {
    const late = lateFrom(value);
    const lateDay = late ? numberOf(late.from) : END;
    if (from < lateDay) {
      const status = statusOn(value, late ? dayOf(lateDay - 1) : dayOf(from));
      splitByStale(standings, stale, from, Math.min(to, lateDay), {
        state: value,
        status,
        late: null,
      });
    }
    if (late && lateDay < to) {
      const status = statusOn(value, late.from);
      const begin = Math.max(from, lateDay);
      splitByStale(standings, stale, begin, to, { state: value, status, late: late.which });
    }
  }
  return standings;
};

const statusOn = (state: MeasureState, day: string): Status => publicBar(state, day).status;

/** Texts change states too; here only what is not text tells them apart. */
const mergeEqual = (states: readonly Segment<MeasureState>[]): Segment<MeasureState>[] => {
  const merged: { from: number; to: number; value: MeasureState }[] = [];
  for (const { from, to, value } of states) {
    const last = merged.at(-1);
    if (last && factsOf(last.value) === factsOf(value)) last.to = to;
    else merged.push({ from, to, value });
  }
  return merged;
};

const splitByStale = (
  into: Segment<Standing>[],
  spans: readonly Segment<true>[],
  from: number,
  to: number,
  standing: Omit<Standing, 'stale'>,
): void => {
  const push = (begin: number, end: number, stale: boolean) => {
    if (begin < end) into.push({ from: begin, to: end, value: { ...standing, stale } });
  };
  let at = from;
  for (const span of spans) {
    if (span.to <= at) continue;
    if (span.from >= to) break;
    push(at, Math.max(at, span.from), false);
    push(Math.max(at, span.from), Math.min(to, span.to), true);
    at = Math.min(to, span.to);
  }
  push(at, to, false);
};
