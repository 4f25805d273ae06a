import type { Lang } from '@klimaspur/messages';
import { inBoth, measurePath, withQuery } from '../paths.js';
import { ASSESSMENT } from './assessment-body.js';

const pages = {
  form: { de: 'eintragen', en: 'record' },
  saved: { de: 'eingetragen', en: 'recorded' },
  undo: { de: 'zuruecknehmen', en: 'undo' },
  evidence: { de: 'beleg', en: 'evidence' },
  correct: { de: 'berichtigen', en: 'correct' },
  void: { de: 'ruecknahme', en: 'take-back' },
} as const;
export type LogPage = keyof typeof pages;

/** Address of a page on which something is logged about it. */
export const logPath = (lang: Lang, slug: string, id: string, page: LogPage): string =>
  `${measurePath(lang, slug, id)}/${pages[page][lang]}`;

/** The form, open for an assessment. */
export const assessPath = (lang: Lang, slug: string, id: string): string =>
  withQuery(logPath(lang, slug, id, 'form'), { what: ASSESSMENT });

/** The same as routes: both languages. */
export const logRoutes = (page: LogPage): string[] =>
  inBoth((lang) => logPath(lang, ':slug', ':id', page));

/** Name of the parameter that says which entry a page is about. */
export const entryParameter = (lang: Lang): string => (lang === 'de' ? 'eintrag' : 'entry');
