import { firstDay, lastDay } from '../shared/partial-date.js';
import type { Past } from '../timeline.js';

/** What somebody answered about an item. */
export const isAnswer = ({ type }: Pick<Past, 'type'>): boolean =>
  type === 'RoundtableAnswerReceived' || type === 'RoundtableFactCheckAnswered';

/**
 * The conclusion that an answer came after: the last one of its item that was recorded by then and is not of a later day.
 * `concluded`: in the order in which they were recorded.
 */
export const answeredBy = (answer: Past, concluded: readonly Past[]): Past | undefined =>
  concluded.findLast(
    (past) => past.revision < answer.revision && !isOfLaterDay(past.metadata, answer.metadata),
  );

const isOfLaterDay = (
  { occurredOn: one }: Past['metadata'],
  { occurredOn: other }: Past['metadata'],
) => one !== null && other !== null && firstDay(one) > lastDay(other);
