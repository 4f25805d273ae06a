import type { Lang } from '@klimaspur/messages';

const files: Readonly<Record<Lang, string>> = { de: '/de/dateien', en: '/en/files' };
const preview: Readonly<Record<Lang, string>> = { de: 'vorschau', en: 'preview' };

/** Where a file is served, by the hash of its bytes. */
export const filePath = (lang: Lang, sha256: string): string => `${files[lang]}/${sha256}`;

/** A small picture of it. */
export const previewPath = (lang: Lang, sha256: string): string =>
  `${filePath(lang, sha256)}/${preview[lang]}`;
