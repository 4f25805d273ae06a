import type { Day } from '@klimaspur/domain';
import type { Lang } from '@klimaspur/messages';
import type { DaysTold } from '@klimaspur/read-models';
import type { AskedMoment } from '../../reading/moment.js';
import { withMoment } from '../moment-address.js';

/** A day to look at, and what happened on it. */
export interface OtherDay {
  readonly day: Day;
  readonly href: string;
  readonly current: boolean;
  /** The last of them that does not lie after the day looked at. */
  readonly nearest: boolean;
  readonly councils: DaysTold['councils'];
  /** How many entries speak of it. */
  readonly entries: number;
}

/** An instant at which something became known. */
export interface KnownStep {
  readonly knownAt: number;
  readonly entries: number;
  readonly href: string;
}

export interface OtherDays {
  /** The newest first. */
  readonly days: readonly OtherDay[];
  readonly known: readonly KnownStep[];
}

interface Asked {
  readonly lang: Lang;
  /** Address of the page, with all that it was asked but the moment. */
  readonly path: string;
  readonly moment: AskedMoment;
}

/** Of days on which no body met: the newest are enough to go through one by one. */
const ENTRY_DAYS = 20;

/** The ways from a page to the same page of other moments: each keeps the other of the two times. */
export const otherDays = (told: DaysTold, { lang, path, moment }: Asked): OtherDays => {
  const { knownAt } = moment;
  const hrefOf = (asked: Omit<AskedMoment, 'past'>) =>
    withMoment(path, lang, { ...asked, past: true });
  const entryDays = told.entries.slice(0, ENTRY_DAYS);
  const days = [...new Set([...told.councils, ...entryDays].map(({ day }) => day))].toSorted();
  const nearest = days.findLast((day) => day <= moment.asOf);
  return {
    days: days.toReversed().map((day) => ({
      day,
      href: hrefOf({ asOf: day, ...(knownAt === undefined ? {} : { knownAt }) }),
      current: day === moment.asOf,
      nearest: day === nearest,
      councils: told.councils.filter((council) => council.day === day),
      entries: told.entries.find((entry) => entry.day === day)?.entries ?? 0,
    })),
    known: told.known.map((step) => ({
      ...step,
      href: hrefOf({ asOf: moment.asOf, knownAt: step.knownAt }),
    })),
  };
};
