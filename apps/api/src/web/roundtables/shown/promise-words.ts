import type { FollowUp, Support } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';

export const dayOrUnknown = (on: string | null, t: Translate): string =>
  on === null ? t('date.unknown') : formatDay(on, t.lang);

/** How a promise made at a round table stands today. */
export const promiseWords = (
  { done, dropped, due }: FollowUp,
  { t, today }: { readonly t: Translate; readonly today: string },
): string => {
  if (done) return t('roundtable.promise.done', { day: dayOrUnknown(done.on, t) });
  if (dropped) return t('roundtable.promise.dropped', { day: dayOrUnknown(dropped.on, t) });
  if (due === null) return t('roundtable.promise.open');
  return t(due < today ? 'roundtable.promise.overdue' : 'roundtable.promise.due', {
    day: dayOrUnknown(due, t),
  });
};

/** How a promise for one measure stands. */
export const supportWords = (
  { on, delivered, withdrawn }: Pick<Support, 'on' | 'delivered' | 'withdrawn'>,
  t: Translate,
): string => {
  if (delivered) return t('alliance.support.delivered', { day: dayOrUnknown(delivered.on, t) });
  if (withdrawn) return t('alliance.support.withdrawn', { day: dayOrUnknown(withdrawn.on, t) });
  return t('alliance.support.pledged', { day: dayOrUnknown(on, t) });
};
