import { dayNumber, firstDay, lastDay, type PartialDate } from '../shared/partial-date.js';
import type { MeasureState, Move } from './measure.state.js';

/** How the planned end of a measure came to be what it is. */
export interface MovedEnd {
  /** The first date that was named, and the one that holds. */
  readonly first: PartialDate;
  readonly now: PartialDate;
  /** How often it was moved. */
  readonly times: number;
  /** Days between the last possible days of the two; less than 0: it is earlier now. */
  readonly days: number;
}

/** „2027“ said more exactly is „Juni 2027“. */
const isWithin = (inner: PartialDate, outer: PartialDate): boolean =>
  firstDay(inner) >= firstDay(outer) && lastDay(inner) <= lastDay(outer);

/** Whether a date was moved, and not named for the first time or said more exactly. */
export const isMoved = ({ from, to }: Pick<Move, 'from' | 'to'>): boolean =>
  from !== null && !isWithin(to, from);

/** Null: no end is planned. */
export const movedEnd = ({ moves, plannedEnd }: MeasureState): MovedEnd | null => {
  const ends = moves.filter(({ which }) => which === 'end');
  const first = ends[0]?.to;
  if (first === undefined || !plannedEnd) return null;
  const now = plannedEnd.value;
  return {
    ...{ first, now },
    times: ends.filter(isMoved).length,
    days: isWithin(now, first) ? 0 : dayNumber(lastDay(now)) - dayNumber(lastDay(first)),
  };
};

/** How far an end was moved: each with the days up to which it reaches. Quarters and leap years fit in. */
export const shifts = [
  { shift: 'EARLIER', upTo: -1 },
  { shift: 'SAME', upTo: 0 },
  { shift: 'QUARTER', upTo: 92 },
  { shift: 'YEAR', upTo: 366 },
  { shift: 'TWO_YEARS', upTo: 731 },
  { shift: 'LONGER', upTo: Infinity },
] as const;
export type Shift = (typeof shifts)[number]['shift'];

export const shiftOf = (days: number): Shift =>
  shifts.find(({ upTo }) => days <= upTo)?.shift ?? 'LONGER';
