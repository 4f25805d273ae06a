import type { Lang } from '@klimaspur/messages';
import { townPath } from '../paths.js';

const names: Readonly<Record<Lang, string>> = {
  de: 'bearbeiten/wer-beobachtet',
  en: 'edit/who-observes',
};

/** Where the group writes who it is. */
export const observersFormPath = (lang: Lang, slug: string): string =>
  `${townPath(lang, slug)}/${names[lang]}`;
