import type { Lang } from '@klimaspur/messages';
import { townPath } from '../paths.js';

/** All tables of a town as one file. */
export const workbookPath = (lang: Lang, slug: string): string =>
  `${townPath(lang, slug)}/${lang === 'de' ? 'tabellen' : 'tables'}.xlsx`;
