import {
  addDays,
  daysOfRhythm,
  type Day,
  isDay,
  lastDayOfRhythm,
  type Meeting,
  placeInMonth,
  type Rhythm,
  type RoundtableState,
} from '@klimaspur/domain';
import ICAL from 'ical.js';
import { berlin, berlinTimezone } from './berlin.js';
import { type CalendarDate, dayEntry } from './dates.js';

/** A round table whose dates go into a calendar. */
export interface CalendarTable {
  readonly state: Pick<RoundtableState, 'name' | 'rhythms' | 'meetings' | 'described'>;
  readonly url: string;
  /** One meeting alone, under a UID of its own: a file to send to those who are invited. */
  readonly only?: Meeting;
  /** Links for joining online, by meeting: for the calendars of those who work on it, and no others. */
  readonly joinLinks?: ReadonlyMap<string, string>;
}

export interface CalendarOptions {
  /** How the calendar is called where it is subscribed. */
  readonly name: string;
  readonly lang: 'de' | 'en';
  /** DTSTAMP of all entries: when this was written, such as `2026-11-27T00:00:00Z`. */
  readonly stamp: string;
}

type Property = [name: string, params: Record<string, string>, type: string, value: unknown];

/**
 * The dates of round tables as an iCalendar file (RFC 5545). A rhythm is one recurring entry by the clock of Berlin, and a
 * meeting that stands for one of its days is an exception of it; so a date that is moved keeps its UID. What has no day yet
 * is left out. `dates` are what is planned or due beside them.
 */
export const calendarOf = (
  tables: readonly CalendarTable[],
  options: CalendarOptions,
  dates: readonly CalendarDate[] = [],
): string => {
  const calendar = [
    'vcalendar',
    [
      ['version', {}, 'text', '2.0'],
      ['prodid', {}, 'text', `-//Klimaspur//${options.lang.toUpperCase()}`],
      ['x-wr-calname', {}, 'text', options.name],
    ],
    [
      berlinTimezone,
      ...tables.flatMap((table) => entriesOf(table, options)),
      ...dates.map((date) => dayEntry(date, options.stamp)),
    ],
  ];
  return `${new ICAL.Component(calendar as never).toString()}\r\n`;
};

const entriesOf = (table: CalendarTable, options: CalendarOptions) => {
  const { only } = table;
  if (only) return isDay(only.on) ? [single(only, table, options)] : [];
  const { rhythms, meetings } = table.state;
  const dated = meetings.filter(({ on }) => isDay(on));
  return [
    ...rhythms.flatMap((rhythm) => series(rhythm, dated, table, options)),
    ...dated.map((meeting) => single(meeting, table, options)),
  ];
};

const uid = (id: string): Property => ['uid', {}, 'text', `${id}@klimaspur`];

/**
 * None where no day is left of it. A meeting that was convened for a day on which the rhythm then ended stays one of the
 * series, by a date of its own (RDATE), or it would change its UID.
 */
const series = (
  rhythm: Rhythm,
  meetings: readonly Meeting[],
  table: CalendarTable,
  { stamp }: CalendarOptions,
) => {
  const { name, described } = table.state;
  const { time = null, minutes = null } = rhythm;
  const last = lastDayOfRhythm(rhythm);
  const goes = last === undefined || last >= rhythm.from;
  const beyond = daysBeyond(rhythm, meetings);
  const first = goes ? rhythm.from : beyond[0];
  if (first === undefined) return [];
  const place = rhythm.place ?? described?.text?.place;
  return [
    vevent([
      uid(rhythm.entry),
      ['dtstamp', {}, 'date-time', stamp],
      ['sequence', {}, 'integer', rhythm.endedOn === null ? 0 : 1],
      ...timesOf(first, time, minutes),
      ...(goes ? [['rrule', {}, 'recur', rule(rhythm, last)] as Property] : []),
      ...beyond.filter((day) => day !== first).map((day) => at('rdate', day, time)),
      ['summary', {}, 'text', name],
      ...(place ? [['location', {}, 'text', place] as Property] : []),
      ['url', {}, 'uri', table.url],
    ]),
  ];
};

const daysBeyond = (rhythm: Rhythm, meetings: readonly Meeting[]): Day[] =>
  meetings
    .flatMap(({ rhythm: entry, occurrence }) => (entry === rhythm.entry ? (occurrence ?? []) : []))
    .filter((day) => daysOfRhythm(rhythm, { from: day, to: day }).length === 0)
    .sort();

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** UNTIL is in UTC where there is an hour (RFC 5545 3.3.10): the end of that day holds for every clock of Europe. */
const rule = ({ from, every, unit, time }: Rhythm, last: Day | undefined) => {
  const { weekday, nth } = placeInMonth(from);
  return {
    freq: unit === 'WEEK' ? 'WEEKLY' : 'MONTHLY',
    ...(last ? { until: time === undefined ? last : `${last}T23:59:59Z` } : {}),
    interval: every,
    ...(unit === 'MONTH' ? { byday: `${nth}${weekdays[weekday]}` } : {}),
  };
};

const single = (
  meeting: Meeting,
  { state, url, joinLinks, only }: CalendarTable,
  { stamp }: CalendarOptions,
) => {
  const { on, occurrence, topic, changes, off } = meeting;
  const rhythm = state.rhythms.find(({ entry }) => entry === meeting.rhythm);
  const time = meeting.time ?? rhythm?.time ?? null;
  const place = meeting.place ?? rhythm?.place ?? state.described?.text?.place;
  const joinLink = joinLinks?.get(meeting.meeting);
  return vevent([
    uid(only ? meeting.meeting : (rhythm?.entry ?? meeting.meeting)),
    ...(rhythm && occurrence !== null && !only
      ? [at('recurrence-id', occurrence, rhythm.time ?? null)]
      : []),
    ['dtstamp', {}, 'date-time', stamp],
    ['sequence', {}, 'integer', changes],
    ...timesOf(on, time, meeting.minutes ?? rhythm?.minutes ?? null),
    ['summary', {}, 'text', topic ? `${state.name}: ${topic}` : state.name],
    ['status', {}, 'text', off ? 'CANCELLED' : 'CONFIRMED'],
    ...(place ? [['location', {}, 'text', place] as Property] : []),
    ...(joinLink === undefined ? [] : [['description', {}, 'text', joinLink] as Property]),
    ['url', {}, 'uri', url],
  ]);
};

const vevent = (properties: readonly Property[]) => ['vevent', properties, []];

const at = (name: string, day: Day, time: string | null): Property =>
  time === null
    ? [name, {}, 'date', day]
    : [name, { tzid: berlin }, 'date-time', `${day}T${time}:00`];

/** Two hours where nobody said how long it lasts; the whole day where nobody said when it begins. */
const timesOf = (day: Day, time: string | null, minutes: number | null): Property[] => [
  at('dtstart', day, time),
  time === null
    ? ['dtend', {}, 'date', addDays(day, 1)]
    : ['duration', {}, 'duration', `PT${minutes ?? 120}M`],
];
