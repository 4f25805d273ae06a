import { addDays, dayNumber, isDay, lastDay, type Day } from '../shared/partial-date.js';
import type { Meeting, Rhythm, RoundtableState } from './roundtable.state.js';

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

type Turns = Pick<Rhythm, 'from' | 'every' | 'unit' | 'until' | 'endedOn'>;

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

/** The rhythm that a day belongs to; undefined: none falls on it. */
export const rhythmOf = (rhythms: readonly Rhythm[], day: Day): Rhythm | undefined =>
  rhythms.findLast((rhythm) => daysOfRhythm(rhythm, { from: day, to: day }).length > 0);

/** A date that is to come: convened already, or only due by the rhythm. */
export interface NextDate {
  readonly on: Day;
  readonly time: string | null;
  readonly meeting: Meeting | null;
}

/** The next dates from a day on, earliest first: meetings that are convened, and what the rhythm brings beside them. */
export const nextDates = (
  { meetings, rhythms, ended }: RoundtableState,
  { from, days }: { readonly from: Day; readonly days: number },
): NextDate[] => {
  const to = addDays(from, days);
  const convened = meetings
    .filter(({ on, cancelled, held }) => isDay(on) && on >= from && on <= to && !cancelled && !held)
    .map((meeting): NextDate => ({ on: meeting.on, time: meeting.time, meeting }));
  const stoodFor = new Set(meetings.map(({ occurrence }) => occurrence));
  const due = ended
    ? []
    : rhythms.flatMap((rhythm) =>
        daysOfRhythm(rhythm, { from, to })
          .filter((day) => !stoodFor.has(day))
          .map((on): NextDate => ({ on, time: rhythm.time ?? null, meeting: null })),
      );
  return [...convened, ...due].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};
