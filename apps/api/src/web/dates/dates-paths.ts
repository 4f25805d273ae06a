import type { Lang } from '@klimaspur/messages';
import { measurePath, planPath, townPath } from '../paths.js';

const file: Readonly<Record<Lang, string>> = { de: 'termine.ics', en: 'dates.ics' };

/** What is planned and due in a town, in a plan, of a measure, for programs that keep calendars. */
export const townDatesPath = (lang: Lang, slug: string): string =>
  `${townPath(lang, slug)}/${file[lang]}`;
export const planDatesPath = (lang: Lang, slug: string, id: string): string =>
  `${planPath(lang, slug, id)}/${file[lang]}`;
export const measureDatesPath = (lang: Lang, slug: string, id: string): string =>
  `${measurePath(lang, slug, id)}/${file[lang]}`;
