import type { Lang } from '@klimaspur/messages';
import type { ComparedMoments, ProgressScope } from '@klimaspur/read-models';
import { comparedNames } from '../../reading/compared.js';
import { knownParameter } from '../../reading/moment.js';
import { filterNames, townPath, withQuery } from '../paths.js';

const page: Readonly<Record<Lang, string>> = { de: 'aenderungen', en: 'changes' };

/** „Was sich geändert hat“ in a town, in one of its plans or in one field. */
export const comparisonPath = (
  lang: Lang,
  slug: string,
  asked: { readonly moments?: ComparedMoments; readonly scope?: ProgressScope } = {},
  ending = '',
): string => {
  const names = comparedNames[lang];
  const { from, to } = asked.moments ?? {};
  const { plan, field } = asked.scope ?? {};
  return withQuery(`${townPath(lang, slug)}/${page[lang]}${ending}`, {
    [names.from]: from?.asOf,
    [names.to]: to?.asOf,
    [names.knownFrom]: instantOf(from?.knownAt),
    [names.knownTo]: instantOf(to?.knownAt),
    [filterNames[lang].plan]: plan,
    [filterNames[lang].field]: field,
  });
};

const instantOf = (knownAt: number | undefined) =>
  knownAt === undefined ? undefined : knownParameter(knownAt);
