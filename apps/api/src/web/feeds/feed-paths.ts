import type { Lang } from '@klimaspur/messages';
import { listPath, type ListQuery } from '../measures/list-query.js';
import { historyPath } from '../paths.js';
import { planHistoryPath, townHistoryPath } from '../trail/trail-paths.js';

const ENDING = '.atom';

/** What happens in a town, in a plan, with a measure. */
export const townFeedPath = (lang: Lang, slug: string): string =>
  townHistoryPath(lang, slug) + ENDING;
export const planFeedPath = (lang: Lang, slug: string, id: string): string =>
  planHistoryPath(lang, slug, id) + ENDING;
export const measureFeedPath = (lang: Lang, slug: string, id: string): string =>
  historyPath(lang, slug, id) + ENDING;

/** With the measures that a list holds: its address is the filter that was saved. */
export const listFeedPath = (lang: Lang, slug: string, query: ListQuery): string =>
  listPath(lang, slug, query, { sort: 'plan' }, ENDING);

/** Name of the parameter of an older page: it begins before this place in the log. */
export const beforeName: Readonly<Record<Lang, string>> = { de: 'vor', en: 'before' };
