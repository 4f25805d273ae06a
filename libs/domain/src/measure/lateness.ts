import { addDays, dayNumber, lastDay, type Day } from '../shared/partial-date.js';
import type { Entry } from '../timeline.js';
import { isEnded, isRunning } from './implementation-axis.js';
import { isNews, type MeasureState } from './measure.state.js';

/** Days without news after which a measure counts as stale. */
export const staleAfterDays = 180;

/** Which planned date passed, and the first day on which it is late. */
export interface Late {
  readonly which: 'start' | 'end';
  readonly from: Day;
  /** The entry that set the date. */
  readonly entry: string | null;
}

/**
 * When this state becomes late, if nothing else is said: from the day after the last possible day of the
 * planned end, or of the planned start where no start is known. A permanent task has no end to miss.
 * Null: never.
 */
export const lateFrom = (state: MeasureState): Late | null => {
  if (state !== asked) [asked, answer] = [state, lateOf(state)];
  return answer;
};

// Several rules in a row ask about one state.
let asked: MeasureState | undefined;
let answer: Late | null = null;

const lateOf = (state: MeasureState): Late | null => {
  const { value } = state.implementation;
  if (isEnded(value)) return null;
  const candidates: Late[] = [];
  if (state.plannedStart && !isRunning(value)) {
    candidates.push(late('start', state.plannedStart));
  }
  if (state.plannedEnd && value !== 'ONGOING') candidates.push(late('end', state.plannedEnd));
  return candidates.reduce<Late | null>(
    (first, other) => (first === null || other.from < first.from ? other : first),
    null,
  );
};

const late = (which: Late['which'], planned: NonNullable<MeasureState['plannedEnd']>): Late => ({
  which,
  from: addDays(lastDay(planned.value), 1),
  entry: planned.entry,
});

/** Days by which a completed measure missed its planned end; 0: in time; null: not completed, or nobody knows. */
export const finishedLateByDays = (state: MeasureState): number | null => {
  if (state.implementation.value !== 'COMPLETED' || !state.plannedEnd) return null;
  const { endedOn } = state;
  if (!endedOn?.since || endedOn.value === null) return null;
  const days = dayNumber(endedOn.since) - dayNumber(lastDay(state.plannedEnd.value));
  return days > 0 && endedOn.latest ? null : Math.max(0, days);
};

/**
 * Days on which the measure became fresh again: those on which an entry on B, C or D or a check was
 * *recorded*, and the day its record began. In ascending order, each once.
 */
export const freshDays = (entries: readonly Entry[]): Day[] => [
  ...new Set(
    entries
      .filter((entry) => isNews(entry.type) || entry.type === 'MeasureRecorded')
      .map((entry) => entry.recordedOn)
      .sort(),
  ),
];

/** Whether nothing was said for 180 days before `day`. */
export const isStale = (fresh: readonly Day[], day: Day): boolean => {
  const last = fresh.filter((other) => other <= day).at(-1);
  return last !== undefined && addDays(last, staleAfterDays) <= day;
};
