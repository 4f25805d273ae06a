import type { Lang } from '@klimaspur/messages';
import type { ComparedMoments } from '@klimaspur/read-models';
import { knownParameter, momentNames } from '../../reading/moment.js';
import { filterNames, townPath, withQuery } from '../paths.js';

const page: Readonly<Record<Lang, string>> = { de: 'sachstandsbericht', en: 'council-report' };

/** How the day is called from which a report tells what changed. */
export const sinceNames: Readonly<Record<Lang, string>> = { de: 'seit', en: 'since' };

interface AskedReport {
  /** Absent: as the address around it says; today, and half a year before. */
  readonly moments?: Partial<ComparedMoments>;
  readonly plan?: string | undefined;
}

/** „Sachstandsbericht“ of a town or of one of its plans. */
export const reportPath = (
  lang: Lang,
  slug: string,
  asked: AskedReport = {},
  ending = '',
): string => {
  const { from, to } = asked.moments ?? {};
  return withQuery(`${townPath(lang, slug)}/${page[lang]}${ending}`, {
    [momentNames[lang].asOf]: to?.asOf,
    [momentNames[lang].knownAt]: to?.knownAt === undefined ? undefined : knownParameter(to.knownAt),
    [sinceNames[lang]]: from?.asOf,
    [filterNames[lang].plan]: asked.plan,
  });
};
