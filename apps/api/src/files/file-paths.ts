import type { Lang } from '@klimaspur/messages';
import { withQuery } from '../web/paths.js';

const files: Readonly<Record<Lang, string>> = { de: '/de/dateien', en: '/en/files' };
const preview: Readonly<Record<Lang, string>> = { de: 'vorschau', en: 'preview' };

/** Where a file is served, by the hash of its bytes. */
export const filePath = (lang: Lang, sha256: string): string => `${files[lang]}/${sha256}`;

/** A small picture of it. */
export const previewPath = (lang: Lang, sha256: string): string =>
  `${filePath(lang, sha256)}/${preview[lang]}`;

const erase: Readonly<Record<Lang, string>> = { de: 'loeschen', en: 'erase' };

/** Name of the parameter that says where to go on afterwards. */
export const backParameter: Readonly<Record<Lang, string>> = { de: 'zurueck', en: 'back' };

/** Where a file is taken away; `back`: where one came from. */
export const eraseFilePath = (lang: Lang, sha256: string, back?: string): string =>
  withQuery(`${filePath(lang, sha256)}/${erase[lang]}`, { [backParameter[lang]]: back });
