import type { Meeting, Rhythm } from '@klimaspur/domain';
import { formatDay, formatWeekday, type Lang, type Translate } from '@klimaspur/messages';
import type { RoundtableDetail } from '@klimaspur/read-models';
import { Refusal } from '../../../errors/refusal.js';
import { roundtableOf } from '../../forms/about.js';
import type { AboutTown } from '../../forms/asked.js';
import { workPath } from '../../paths.js';
import { aboutTable } from '../work/crumbs.js';

/** A meeting of a table, and what is said of it where it says nothing itself: by its rhythm, then by its table. */
export interface MeetingAt {
  readonly table: RoundtableDetail;
  readonly meeting: Meeting;
  readonly time: string | null;
  readonly minutes: number | null;
  readonly place: string | null;
}

/** Refused where the address names none of this table. */
export const meetingOf = (about: AboutTown, tableId: string, meetingId: string): MeetingAt => {
  const table = roundtableOf(about, tableId);
  const meeting = table.meetings.find((other) => other.meeting === meetingId);
  if (!meeting) throw new Refusal('roundtable/unknown');
  return meetingAt(table, meeting);
};

export const meetingAt = (table: RoundtableDetail, meeting: Meeting): MeetingAt => {
  const rhythm = table.rhythms.find(({ entry }) => entry === meeting.rhythm);
  return { table, meeting, ...hoursOf(meeting, rhythm, table) };
};

/** What a meeting says of itself, or its rhythm says of all days; undefined: a meeting that is yet to be. */
export const hoursOf = (
  meeting: Pick<Meeting, 'time' | 'minutes' | 'place'> | undefined,
  rhythm: Rhythm | undefined,
  { described }: Pick<RoundtableDetail, 'described'>,
) => ({
  time: meeting?.time ?? rhythm?.time ?? null,
  minutes: meeting?.minutes ?? rhythm?.minutes ?? null,
  place: meeting?.place ?? rhythm?.place ?? described?.text?.place ?? null,
});

/** „Dienstag, 12. Januar 2027, 17:30 Uhr“; a month where the day is not fixed. */
export const whenOf = ({ meeting, time }: Pick<MeetingAt, 'meeting' | 'time'>, t: Translate) =>
  [
    formatWeekday(meeting.on, t.lang),
    ...(time === null ? [] : [t('roundtable.atTime', { time })]),
  ].join(', ');

/** What all pages about one meeting have in common; `parts` below its desk. */
export const aboutMeeting = (
  about: AboutTown,
  at: Pick<MeetingAt, 'table' | 'meeting'>,
  ...parts: readonly string[]
) => {
  const { lang, town } = about;
  const own = ['tables', at.table.id, 'meetings', at.meeting.meeting];
  const back = workPath(lang, town.slug, ...own);
  return {
    back,
    path: (other: Lang) => workPath(other, town.slug, ...own, ...parts),
    crumbs: [
      ...aboutTable(about, at.table).crumbs,
      { label: formatDay(at.meeting.on, lang), href: back },
    ],
  };
};
