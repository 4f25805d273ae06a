import { addDays, type Day } from '@klimaspur/domain';

/** Something that is planned for a day, or due on it. */
export interface CalendarDate {
  /** Stays the same when the day is moved. */
  readonly uid: string;
  /** Grows with every change. */
  readonly sequence: number;
  readonly day: Day;
  readonly summary: string;
  readonly description?: string;
  readonly url: string;
  readonly cancelled: boolean;
}

type Property = readonly [string, Record<string, string>, string, unknown];

/** A whole day on which nobody is busy because of it; tentative, for plans change. */
export const dayEntry = (date: CalendarDate, stamp: string): [string, Property[], never[]] => {
  const { uid, sequence, day, summary, description, url, cancelled } = date;
  return [
    'vevent',
    [
      ['uid', {}, 'text', `${uid}@klimaspur`],
      ['dtstamp', {}, 'date-time', stamp],
      ['sequence', {}, 'integer', sequence],
      ['dtstart', {}, 'date', day],
      ['dtend', {}, 'date', addDays(day, 1)],
      ['summary', {}, 'text', summary],
      ...(description === undefined
        ? []
        : [['description', {}, 'text', description] satisfies Property]),
      ['status', {}, 'text', cancelled ? 'CANCELLED' : 'TENTATIVE'],
      ['transp', {}, 'text', 'TRANSPARENT'],
      ['url', {}, 'uri', url],
    ],
    [],
  ];
};
