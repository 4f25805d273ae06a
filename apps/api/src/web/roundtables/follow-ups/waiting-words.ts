import type { FollowUp, Waiting } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';

/** „überfällig seit 12 Tagen, seit 40 Tagen offen“, „fällig 3. Mai 2027“, „wartet seit 40 Tagen“. */
export const waitingWords = ({ days, due, overdueDays }: Waiting, t: Translate): string => {
  if (overdueDays > 0) {
    return [
      t('roundtable.waiting.overdue', { count: overdueDays }),
      ...(days === null ? [] : [t('roundtable.waiting.since', { count: days })]),
    ].join(', ');
  }
  if (due !== null) return t('roundtable.waiting.due', { day: formatDay(due, t.lang) });
  return days === null ? t('roundtable.waiting') : t('roundtable.waiting.since', { count: days });
};

/** What was done about a promise so far. */
export const careWords = ({ moves, reminded }: FollowUp, t: Translate): string[] => [
  ...(moves > 0 ? [t('roundtable.waiting.moved', { count: moves })] : []),
  ...(reminded.length > 0
    ? [t('roundtable.waiting.reminded', { day: formatDay(reminded.at(-1), t.lang) })]
    : []),
];
