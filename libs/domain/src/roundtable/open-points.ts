import {
  addDays,
  dayNumber,
  firstDay,
  lastDay,
  type Day,
  type PartialDate,
} from '../shared/partial-date.js';
import type { FollowUp, Item, RoundtableState } from './roundtable.state.js';

/** Without a day of its own, a promise or a question goes stale after this many days in which nobody said a word. */
export const openPointStaleAfterDays = 60;

/** How an open point stands: computed, never stored by a clock. */
export interface Waiting {
  /** The day from which it is waited; null: the day is unknown. */
  readonly since: PartialDate | null;
  readonly days: number | null;
  readonly due: PartialDate | null;
  /** Days by which the day agreed is over; 0: not over, or none was agreed. */
  readonly overdueDays: number;
  readonly stale: boolean;
}

export interface OpenAnswer extends Waiting {
  readonly item: Item;
  /** Who is to answer, where an organisation was named. */
  readonly recipient: string | null;
}

export interface OpenFollowUp extends Waiting {
  readonly followUp: FollowUp;
}

const waiting = (
  since: PartialDate | null,
  due: PartialDate | null,
  lastWord: PartialDate | null,
  today: Day,
): Waiting => {
  const overdueDays = due === null ? 0 : Math.max(0, daysBetween(lastDay(due), today));
  const word = lastWord ?? since;
  const silent = word !== null && addDays(lastDay(word), openPointStaleAfterDays) < today;
  return {
    since,
    days: since === null ? null : Math.max(0, daysBetween(firstDay(since), today)),
    due,
    overdueDays,
    stale: overdueDays > 0 || (due === null && silent),
  };
};

const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** „Offene Fragen“: handed over and not answered since, and facts that nobody confirmed, longest waiting first. */
export const openAnswers = ({ items }: RoundtableState, today: Day): OpenAnswer[] =>
  items
    .flatMap((item): OpenAnswer[] => {
      const last = item.conclusions.at(-1);
      if (!last) return [];
      const asks = last.result === 'HANDED_OVER' || isOpenFactCheck(item, last.result);
      if (!asks || isAnswered(item, last.on)) return [];
      const recipient = last.recipient ?? null;
      return [{ item, recipient, ...waiting(last.on, last.answerBy ?? null, null, today) }];
    })
    .sort(longestFirst);

const isOpenFactCheck = ({ kind }: Item, result: string): boolean =>
  kind === 'FACT_CHECK' && result !== 'DROPPED';

const isAnswered = ({ answers }: Item, asked: PartialDate | null): boolean =>
  answers.some(({ on }) => on === null || asked === null || lastDay(on) >= firstDay(asked));

/** What was promised and is neither done nor dropped, longest waiting first. */
export const openFollowUps = ({ followUps }: RoundtableState, today: Day): OpenFollowUp[] =>
  followUps
    .filter(({ done, dropped }) => done === null && dropped === null)
    .map((followUp) => ({
      followUp,
      ...waiting(followUp.on, followUp.due, followUp.reminded.at(-1) ?? null, today),
    }))
    .sort(longestFirst);

const longestFirst = (a: Waiting, b: Waiting): number => (b.days ?? -1) - (a.days ?? -1);
