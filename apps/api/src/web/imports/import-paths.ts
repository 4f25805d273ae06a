import type { Lang } from '@klimaspur/messages';
import { inBoth, townPath } from '../paths.js';

/** Where files are sent to: for one town, or, for operators, for those that the file names. */
export const importPath = (lang: Lang, slug?: string): string => {
  if (slug === undefined) return lang === 'de' ? '/de/importieren' : '/en/import';
  return `${townPath(lang, slug)}/${lang === 'de' ? 'bearbeiten/import' : 'edit/import'}`;
};

/** One file that waits to be taken over. */
export const uploadPath = (lang: Lang, slug: string | undefined, id: string): string =>
  `${importPath(lang, slug)}/${id}`;

/** All that was found in it, as a table. */
export const reportPath = (lang: Lang, slug: string | undefined, id: string): string =>
  `${uploadPath(lang, slug, id)}/${lang === 'de' ? 'bericht' : 'report'}.csv`;

/** Of a town, and of whatever towns a file names. */
const routes = (path: (lang: Lang, slug?: string) => string): string[] =>
  [':slug', undefined].flatMap((slug) => inBoth((lang) => path(lang, slug)));

export const importRoutes = {
  places: routes(importPath),
  uploads: routes((lang, slug) => uploadPath(lang, slug, ':upload')),
  reports: routes((lang, slug) => reportPath(lang, slug, ':upload')),
};
