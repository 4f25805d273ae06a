import type { Lang } from '@klimaspur/messages';
import type { Position } from '@klimaspur/event-store';
import type { EntryFilter, EntryPlace } from '@klimaspur/read-models';
import { decisionPath, planPath, townPath, withQuery } from '../paths.js';

const history: Readonly<Record<Lang, string>> = { de: 'verlauf', en: 'history' };

/** Every entry of a town. */
export const townHistoryPath = (lang: Lang, slug: string): string =>
  `${townPath(lang, slug)}/${history[lang]}`;
export const planHistoryPath = (lang: Lang, slug: string, id: string): string =>
  `${planPath(lang, slug, id)}/${history[lang]}`;
export const decisionHistoryPath = (lang: Lang, slug: string, id: string): string =>
  `${decisionPath(lang, slug, id)}/${history[lang]}`;

/** How the question for a part of a trail is called in the address. */
export const trailNames = {
  de: { kind: 'art', about: 'zu', order: 'nach', before: 'vor', after: 'seit', oldest: 'anfang' },
  en: {
    ...{ kind: 'kind', about: 'about', order: 'by', before: 'before', after: 'since' },
    oldest: 'beginning',
  },
} as const satisfies Record<Lang, Record<string, string>>;

/** By the day on which it happened. */
export const happenedWord: Readonly<Record<Lang, string>> = { de: 'geschehen', en: 'happened' };

/** The address of a page of a trail; without `page` of the newest. */
export const trailHref = (
  path: string,
  lang: Lang,
  { kind, stream, order, page }: Omit<EntryFilter, 'municipality' | 'author'>,
): string => {
  const names = trailNames[lang];
  return withQuery(path, {
    [names.kind]: kind,
    [names.about]: stream,
    [names.order]: order === 'happened' ? happenedWord[lang] : undefined,
    ...placeParameters(page, lang),
  });
};

const placeParameters = (page: EntryPlace | undefined, lang: Lang) => {
  const names = trailNames[lang];
  if (page === undefined) return {};
  if (page === 'oldest') return { [names.oldest]: '1' };
  return 'before' in page ? { [names.before]: page.before } : { [names.after]: page.after };
};

/** The page that begins with an entry: each entry has an address that stays. */
export const beginningWith = (position: Position): EntryPlace => ({
  before: String(BigInt(position) + 1n).padStart(position.length, '0'),
});
