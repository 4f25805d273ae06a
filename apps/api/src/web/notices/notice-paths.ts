import type { Lang } from '@klimaspur/messages';
import { filterNames, inBoth, measurePath, withQuery, workPath } from '../paths.js';
import { entryParameter } from '../log-form/log-paths.js';

const words: Readonly<Record<Lang, { readonly notice: string; readonly thanks: string }>> = {
  de: { notice: 'hinweis', thanks: 'danke' },
  en: { notice: 'notice', thanks: 'thanks' },
};

/** Where a stranger tells what is wrong with a measure, or with one of its entries. */
export const noticePath = (lang: Lang, slug: string, measure: string, entry?: string): string =>
  withQuery(`${measurePath(lang, slug, measure)}/${words[lang].notice}`, {
    [entryParameter(lang)]: entry,
  });
export const noticeRoutes = inBoth((lang) => noticePath(lang, ':slug', ':id'));

export const thanksPath = (lang: Lang, slug: string, measure: string): string =>
  `${noticePath(lang, slug, measure)}/${words[lang].thanks}`;
export const thanksRoutes = inBoth((lang) => thanksPath(lang, ':slug', ':id'));

/** Where the group reads what came in; `state` as its address calls it. */
export const inboxPath = (lang: Lang, slug: string, state?: string, page?: number): string =>
  withQuery(workPath(lang, slug, 'notices'), {
    [stateParameter(lang)]: state,
    [filterNames[lang].page]: page,
  });
export const stateParameter = (lang: Lang): string => (lang === 'de' ? 'stand' : 'state');

/** Name of the parameter that says for which notice a correction is made. */
export const noticeParameter = (lang: Lang): string => words[lang].notice;
