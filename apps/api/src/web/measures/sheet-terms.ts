import { formatDay, formatNumber, type Translate } from '@klimaspur/messages';
import type { MeasureDetail } from '@klimaspur/read-models';
import type { Definition } from '../components/definition-list.js';
import { codeWord, euros } from '../words/entry-words.js';

/** What a sheet says, without its title. */
export type SheetContent = Pick<MeasureDetail, 'terms' | 'texts' | 'budget' | 'savings'>;

interface TermsProps {
  readonly t: Translate;
  readonly measure: SheetContent;
}

/** Terms, days and figures; what is not said is left out, and what is left open is said. */
export const sheetTerms = (props: TermsProps): Definition[] => {
  const { t, measure } = props;
  const { horizon, duration, priority, feasibility, impact, influence } = measure.terms;
  const { climateEffect, effectFrom, notQuantified } = measure.terms;
  const { period, initiator, classes } = measure.texts;
  const words = (prefix: string, codes: readonly string[] | undefined) =>
    codes?.map((code) => codeWord(t, prefix, code)).join(', ');
  return [
    { term: t('text.initiator'), value: initiator, lang: 'de' },
    { term: t('sheet.horizon'), value: codeWord(t, 'sheet.horizon', horizon) },
    { term: t('sheet.duration'), value: codeWord(t, 'sheet.duration', duration) },
    { term: t('text.period'), value: period, lang: 'de' },
    { term: t('sheet.priority'), value: codeWord(t, 'sheet.priority', priority) },
    { term: t('sheet.feasibility'), value: feasibility },
    { term: t('sheet.impact'), value: impact },
    { term: t('sheet.influence'), value: words('sheet.influence', influence) },
    ...costs(props),
    { term: t('sheet.climateEffect'), value: codeWord(t, 'sheet.climateEffect', climateEffect) },
    ...savings(props),
    { term: t('sheet.effectFrom'), value: effectFrom && formatDay(effectFrom, t.lang) },
    { term: t('sheet.notQuantified'), value: words('sheet.notQuantified', notQuantified) },
    {
      term: t('text.classes'),
      value: classes?.map(({ scheme, code, label }) => `${scheme}: ${label ?? code}`).join(', '),
      lang: 'de',
    },
  ];
};

const costs = ({ t, measure: { budget, terms } }: TermsProps): Definition[] => {
  const money = (cents: number | undefined) => (cents === undefined ? '' : euros(cents, t));
  const { oneOffCents, perYearCents, staffHundredths, asOf } = terms.cost ?? {};
  return [
    { term: t('measure.budgetPerYear'), value: money(budget?.perYearCents) },
    { term: t('measure.budgetTotal'), value: money(budget?.totalCents) },
    { term: t('sheet.cost.oneOff'), value: money(oneOffCents) },
    { term: t('sheet.cost.perYear'), value: money(perYearCents) },
    {
      term: t('sheet.cost.staff'),
      value:
        staffHundredths === undefined
          ? ''
          : t('sheet.cost.staffPosts', { posts: staffHundredths / 100 }),
    },
    { term: t('sheet.cost.asOf'), value: asOf && formatDay(asOf, t.lang) },
  ];
};

const savings = ({ t, measure: { savings: said } }: TermsProps): Definition[] => {
  const { kgCo2ePerYear, minKgCo2ePerYear: min, maxKgCo2ePerYear: max } = said ?? {};
  const { kwhPerYear, centsPerYear, quality } = said ?? {};
  const tonnes = (kilograms: number) => `${formatNumber(kilograms / 1000, t.lang)} t`;
  const range =
    min === undefined || max === undefined
      ? ''
      : t('sheet.saving.range', { min: tonnes(min), max: tonnes(max) });
  const single = kgCo2ePerYear === undefined ? '' : tonnes(kgCo2ePerYear);
  return [
    {
      term: t('measure.savingCo2'),
      value: single && range ? `${single} (${range})` : single || range,
    },
    { term: t('sheet.saving.quality'), value: codeWord(t, 'sheet.saving.quality', quality) },
    {
      term: t('measure.savingEnergy'),
      value: kwhPerYear === undefined ? '' : `${formatNumber(kwhPerYear, t.lang)} kWh`,
    },
    {
      term: t('measure.savingMoney'),
      value: centsPerYear === undefined ? '' : euros(centsPerYear, t),
    },
  ];
};
