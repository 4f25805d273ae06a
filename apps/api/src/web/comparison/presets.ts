import { addDays, lastDay, type Day } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import { usualBegin } from '../../reading/compared.js';

/** A day from which people often compare. */
export interface Preset {
  readonly from: Day;
  readonly label: string;
  /** What of the label is the town's own words. */
  readonly own?: string;
}

const MONTH = 30;

/** The usual questions: since when did what change? Those that lie before `to`. */
export const presetsOf = (
  town: Municipality,
  plan: string | undefined,
  to: Day,
  t: Translate,
): readonly Preset[] => {
  const adoptions = town.plans
    .filter(({ id }) => plan === undefined || id === plan)
    .flatMap(({ title, adopted }) =>
      adopted?.on ? [{ title, from: lastDay(adopted.on), day: formatDay(adopted.on, t.lang) }] : [],
    );
  return [
    { from: addDays(to, -MONTH), label: t('compare.preset.month') },
    { from: usualBegin(to), label: t('compare.preset.halfYear') },
    ...adoptions.map(({ from, title, day }) => ({
      ...{ from, own: title },
      label: t('compare.preset.adopted', { plan: title, day }),
    })),
  ].filter(({ from }) => from < to);
};
