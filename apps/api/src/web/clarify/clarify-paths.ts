import type { Lang } from '@klimaspur/messages';
import { townPath } from '../paths.js';

/** „Zu klären“: what only a person can say. */
export const clarifyPath = (lang: Lang, slug: string): string =>
  `${townPath(lang, slug)}/${lang === 'de' ? 'bearbeiten/klaeren' : 'edit/clarify'}`;
