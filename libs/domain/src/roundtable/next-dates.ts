import { addDays, isDay, type Day } from '../shared/partial-date.js';
import { daysOfRhythm } from './rhythm.js';
import type { Meeting, RoundtableState } from './roundtable.state.js';

/** A date that is to come: convened already, or only due by the rhythm. */
export interface NextDate {
  readonly on: Day;
  readonly time: string | null;
  readonly meeting: Meeting | null;
}

/** When it goes on after a meeting: the next one, held by now or not, unless the rhythm brings an earlier one yet. */
export const dateAfter = (
  state: RoundtableState,
  { on }: Pick<Meeting, 'on'>,
  today: Day,
): Day | undefined => {
  const met = state.meetings.filter((other) => isDay(other.on) && other.on > on && !other.off);
  const coming = nextDates(state, { from: today, days: 400 }).filter((date) => date.on > on);
  return [...met, ...coming]
    .map((date) => date.on)
    .sort()
    .at(0);
};

/** The next dates from a day on, earliest first: meetings that are convened, and what the rhythm brings beside them. */
export const nextDates = (
  { meetings, rhythms }: RoundtableState,
  { from, days }: { readonly from: Day; readonly days: number },
): NextDate[] => {
  const to = addDays(from, days);
  const convened = meetings
    .filter(({ on, off, held }) => isDay(on) && on >= from && on <= to && !off && !held)
    .map((meeting): NextDate => ({ on: meeting.on, time: meeting.time, meeting }));
  const stoodFor = new Set(meetings.map(({ occurrence }) => occurrence));
  const due = rhythms.flatMap((rhythm) =>
    daysOfRhythm(rhythm, { from, to })
      .filter((day) => !stoodFor.has(day))
      .map((on): NextDate => ({ on, time: rhythm.time ?? null, meeting: null })),
  );
  return [...convened, ...due].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};
