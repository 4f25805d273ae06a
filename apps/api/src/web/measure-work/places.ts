import { ranksToPlace, RANK_STEP } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import type { AboutTown } from '../forms/asked.js';
import type { Choice, ChoiceGroup } from '../components/choices.js';
import { measuresByField } from '../plans/plan-contents.js';

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
    choices: [
      ...fields
        .filter(({ plan }) => plan === id)
        .map(({ id: field, name, depth }) => ({
          value: placeName({ plan: id, field }),
          label: `${'– '.repeat(depth)}${name}`,
        })),
      { value: placeName({ plan: id, field: null }), label: t('chart.noField') },
    ],
  }));
};

/** The rank behind all that stand there. */
export const lastRank = (about: AboutTown, { plan, field }: Place): number => {
  const siblings = measuresByField(about, plan).get(field) ?? [];
  return (siblings.at(-1)?.place?.rank ?? 0) + RANK_STEP;
};

/** What is to be written so that a measure takes one step among its siblings; empty: there is no such step. */
export const stepsOf = (
  about: AboutTown,
  measure: string,
  { plan, field }: Place,
  direction: 'up' | 'down',
): readonly { readonly id: string; readonly rank: number }[] => {
  const siblings = (measuresByField(about, plan).get(field) ?? []).map(({ id, place }) => ({
    id,
    rank: place?.rank ?? 0,
  }));
  const at = siblings.findIndex(({ id }) => id === measure);
  const to = direction === 'up' ? at - 1 : at + 1;
  if (at < 0 || to < 0 || to >= siblings.length) return [];
  return ranksToPlace(
    siblings.filter(({ id }) => id !== measure),
    measure,
    to,
  );
};

/** Editions of all plans, each with the name of its plan where there are several. */
export const editionChoices = ({ town }: Pick<AboutTown, 'town'>, t: Translate): Choice[] => {
  const editions = town.plans.flatMap((plan) =>
    plan.editions.map(({ id, label }) => ({
      value: id,
      label: town.plans.length > 1 ? `${plan.title}: ${label}` : label,
    })),
  );
  return editions.length === 0 ? [] : [{ value: '', label: t('form.none') }, ...editions];
};
