import { lastDay } from '@klimaspur/domain';
import type { CalendarDate } from '@klimaspur/exports';
import type { Translate } from '@klimaspur/messages';
import type { RoundtableDetail } from '@klimaspur/read-models';
import { summaryOf } from './planned-dates.js';

interface Told {
  readonly t: Translate;
  /** Where the table is told of. */
  readonly url: string;
  /** Of organisations that the reader may see. */
  readonly actorName: (id: string) => string | undefined;
}

/** By when an answer is expected to what was handed over; none is expected any more where the table thought better of it. */
export const answerDates = (
  { items }: RoundtableDetail,
  { t, url, actorName }: Told,
  isAsked: (measure: string | null) => boolean = () => true,
): CalendarDate[] =>
  items.flatMap(({ item, topic, measure, conclusions, answers }) => {
    const last = conclusions.at(-1);
    const by = conclusions.findLast(({ answerBy }) => answerBy)?.answerBy;
    if (!last || by === undefined || !isAsked(measure)) return [];
    const from = last.recipient ? actorName(last.recipient) : undefined;
    return {
      ...{ uid: `${item}-answer`, sequence: conclusions.length + answers.length },
      day: lastDay(by),
      summary: summaryOf(t('dates.answer', { topic }), by, t),
      ...(from === undefined ? {} : { description: from }),
      ...{ url, cancelled: last.answerBy === undefined },
    };
  });

/** What was promised by a day: for those who look after it. */
export const promiseDates = (
  { followUps }: RoundtableDetail,
  { t, url, actorName }: Told,
): CalendarDate[] =>
  followUps.flatMap(({ followUp, what, due, actor, moves, done, dropped }) => {
    if (due === null) return [];
    const by = actorName(actor);
    return {
      uid: `${followUp}-due`,
      sequence: moves + [done, dropped].filter((end) => end !== null).length,
      day: lastDay(due),
      summary: summaryOf(t('dates.promise', { what }), due, t),
      ...(by === undefined ? {} : { description: by }),
      ...{ url, cancelled: dropped !== null },
    };
  });
