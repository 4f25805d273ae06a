import { addDays, dayNumber, lastDay, type Day, type PartialDate } from '../shared/partial-date.js';
import type { rhythmUnits } from '../shared/vocabulary.js';

/** A day within its month, as people say it: the second Tuesday; -1: the last one. */
export interface PlaceInMonth {
  /** 0 is Monday. */
  readonly weekday: number;
  readonly nth: 1 | 2 | 3 | 4 | -1;
}

/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: Day): number => (dayNumber(day) + 3) % 7;

/** A fifth one does not exist in every month, so it is taken as the last. */
export const placeInMonth = (day: Day): PlaceInMonth => {
  const nth = Math.ceil(Number(day.slice(8)) / 7);
  return { weekday: weekdayOf(day), nth: nth === 5 ? -1 : (nth as PlaceInMonth['nth']) };
};

const monthsAfter = (day: Day, months: number): string => {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
};

const dayAt = ({ weekday, nth }: PlaceInMonth, month: string): Day => {
  const first = `${month}-01`;
  const firstSuch = addDays(first, (weekday - weekdayOf(first) + 7) % 7);
  if (nth > 0) return addDays(firstSuch, (nth - 1) * 7);
  const fifth = addDays(firstSuch, 28);
  return fifth <= lastDay(month) ? fifth : addDays(firstSuch, 21);
};

/** How a rhythm goes. `until` is its last possible day; from `endedOn` on it no longer falls. */
interface Turns {
  readonly from: Day;
  readonly every: number;
  readonly unit: (typeof rhythmUnits)[number];
  readonly until?: PartialDate | undefined;
  readonly endedOn: Day | null;
}

/** The last day on which it can fall; undefined: it goes on. */
export const lastDayOfRhythm = ({ until, endedOn }: Turns): Day | undefined => {
  const days = [until && lastDay(until), endedOn && addDays(endedOn, -1)].filter(
    (day): day is Day => Boolean(day),
  );
  return days.sort().at(0);
};

/** The days on which a rhythm falls between two days, both included. */
export const daysOfRhythm = (
  rhythm: Turns,
  { from, to }: { readonly from: Day; readonly to: Day },
): Day[] => {
  const last = lastDayOfRhythm(rhythm);
  const end = last !== undefined && last < to ? last : to;
  const place = placeInMonth(rhythm.from);
  const days: Day[] = [];
  for (let turn = 0; ; turn += 1) {
    const day =
      rhythm.unit === 'WEEK'
        ? addDays(rhythm.from, turn * rhythm.every * 7)
        : dayAt(place, monthsAfter(rhythm.from, turn * rhythm.every));
    if (day > end) return days;
    if (day >= from && day >= rhythm.from) days.push(day);
  }
};
