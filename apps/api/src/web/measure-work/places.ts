import { ranksToPlace, RANK_STEP } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import type { AboutTown } from '../forms/asked.js';
import type { Choice, ChoiceGroup } from '../components/choices.js';

/** Where a measure can stand, as a form names it: `<plan> <field>`, `none` where there is no field. */
export interface Place {
  readonly plan: string;
  readonly field: string | null;
}

const NONE = 'none';

export const placeName = ({ plan, field }: Place): string => `${plan} ${field ?? NONE}`;

export const placeFrom = (name: string | undefined): Place | undefined => {
  const [plan = '', field = NONE] = (name ?? '').split(' ');
  return plan === '' ? undefined : { plan, field: field === NONE ? null : field };
};

/** All fields of all plans of the town, by plan. */
export const placeChoices = ({ t, town, reading }: AboutTown): readonly ChoiceGroup[] => {
  const { fields } = reading.models.progress(town.id, {}, reading.view);
  return town.plans.map(({ id, title }) => ({
    label: title,
    lang: 'de',
    choices: [
      ...fields
        .filter(({ plan }) => plan === id)
        .map(({ id: field, name, depth }) => ({
          value: placeName({ plan: id, field }),
          label: `${'– '.repeat(depth)}${name}`,
          lang: 'de',
        })),
      { value: placeName({ plan: id, field: null }), label: t('chart.noField') },
    ],
  }));
};

/** The rank behind all that stand there, measures and fields alike. */
export const lastRank = ({ reading }: AboutTown, { plan, field }: Place): number => {
  const { models, view } = reading;
  const fields = models.plan(plan, view)?.fields.filter(({ parent }) => parent === field) ?? [];
  const ranks = [...models.measuresInOrder(plan, field, view), ...fields].map(({ rank }) => rank);
  return Math.max(0, ...ranks) + RANK_STEP;
};

/** One step of a measure among its siblings. */
export interface Step {
  /** Where it stands afterwards, counted from 0. */
  readonly to: number;
  /** What is to be written: its rank, or those of all where there is no room left. */
  readonly ranks: readonly { readonly id: string; readonly rank: number }[];
}

/** Undefined: there is no such step. */
export const stepOf = (
  { reading }: AboutTown,
  measure: string,
  { plan, field }: Place,
  direction: 'up' | 'down',
): Step | undefined => {
  const siblings = reading.models.measuresInOrder(plan, field, reading.view);
  const at = siblings.findIndex(({ id }) => id === measure);
  const to = direction === 'up' ? at - 1 : at + 1;
  if (at < 0 || to < 0 || to >= siblings.length) return undefined;
  const others = siblings.filter(({ id }) => id !== measure);
  return { to, ranks: ranksToPlace(others, measure, to) };
};

/** Editions of all plans, each with the name of its plan where there are several. */
export const editionChoices = ({ town }: Pick<AboutTown, 'town'>, t: Translate): Choice[] => {
  const editions = town.plans.flatMap((plan) =>
    plan.editions.map(({ id, label }) => ({
      value: id,
      label: town.plans.length > 1 ? `${plan.title}: ${label}` : label,
      lang: 'de',
    })),
  );
  return editions.length === 0 ? [] : [{ value: '', label: t('form.none') }, ...editions];
};
