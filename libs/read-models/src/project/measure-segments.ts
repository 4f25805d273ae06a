import { Fold } from './folds.js';
import { staleSpans } from './freshness.js';
import { Rectangles, type Segment } from './rectangles.js';
import type { KnowledgeStep } from './story.js';
import { ToldMeasure, type Standing } from './told-measure.js';

const sameStanding = (a: Standing, b: Standing): boolean =>
  a === b ||
  (a.status === b.status && a.late === b.late && a.stale === b.stale && a.facts === b.facts);

const sameSheet = (a: ToldMeasure, b: ToldMeasure): boolean =>
  (a.state.recorded === b.state.recorded && a.state.described === b.state.described) ||
  a.sheet === b.sheet;

const sameFacts = (a: ToldMeasure, b: ToldMeasure): boolean => a.facts === b.facts;

/** The statuses of one measure as each knowledge step tells them, with the texts of its sheet. */
export class MeasureStory {
  readonly standings = new Rectangles<Standing>(sameStanding);
  readonly sheets = new Rectangles<ToldMeasure>(sameSheet);
  private readonly fold = new Fold(ToldMeasure.unknown, ToldMeasure.evolve);

  know(step: KnowledgeStep): void {
    // A measure whose recording was voided is not there at all.
    const told = this.fold.segments(step).filter(({ value }) => value.state.recorded !== null);
    this.sheets.know(step.knownFrom, merged(told, sameSheet));
    this.standings.know(step.knownFrom, standingsOf(told, staleSpans(step.told)));
  }
}

/** Neighbours become one where nothing that matters here tells them apart. */
const merged = (
  told: readonly Segment<ToldMeasure>[],
  same: (a: ToldMeasure, b: ToldMeasure) => boolean,
): Segment<ToldMeasure>[] => {
  const wider: { from: number; to: number; value: ToldMeasure }[] = [];
  for (const { from, to, value } of told) {
    const last = wider.at(-1);
    if (last && same(last.value, value)) last.to = to;
    else wider.push({ from, to, value });
  }
  return wider;
};

const standingsOf = (
  told: readonly Segment<ToldMeasure>[],
  stale: readonly Segment<true>[],
): Segment<Standing>[] => {
  const standings: Segment<Standing>[] = [];
  for (const { from, to, value } of merged(told, sameFacts)) {
    const turn = Math.min(to, Math.max(from, value.lateDay));
    splitByStale(standings, stale, { from, to: turn, value }, false);
    splitByStale(standings, stale, { from: turn, to, value }, true);
  }
  return standings;
};

const splitByStale = (
  into: Segment<Standing>[],
  spans: readonly Segment<true>[],
  { from, to, value }: Segment<ToldMeasure>,
  late: boolean,
): void => {
  const push = (begin: number, end: number, stale: boolean) => {
    if (begin < end) into.push({ from: begin, to: end, value: value.standing(late, stale) });
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
