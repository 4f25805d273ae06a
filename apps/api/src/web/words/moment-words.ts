import { formatDay, formatInstant, type Lang, type Translate } from '@klimaspur/messages';
import { type AskedMoment, knownParameter } from '../../reading/moment.js';

/** „20. März 2025“ where all of that day was known, else with the time of day. */
export const knownWords = (knownAt: number, lang: Lang): string => {
  const said = knownParameter(knownAt);
  return said.includes('T') ? formatInstant(said, lang) : formatDay(said, lang);
};

/** „Stand 1. Oktober 2025 (Kenntnisstand 20. März 2025)“ */
export const momentWords = (
  { asOf, knownAt }: Pick<AskedMoment, 'asOf' | 'knownAt'>,
  t: Translate,
): string => {
  const day = formatDay(asOf, t.lang);
  return knownAt === undefined
    ? t('chart.asOf', { day })
    : t('moment.known', { day, known: knownWords(knownAt, t.lang) });
};
