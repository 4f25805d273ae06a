import type { Lang } from '@klimaspur/messages';
import { townPath } from '../paths.js';

const words = {
  tables: { de: 'runder-tisch', en: 'round-table' },
  alliance: { de: 'buendnis', en: 'alliance' },
  outcome: { de: 'was-daraus-wurde', en: 'what-became-of-it' },
  timeline: { de: 'zeitleiste', en: 'timeline' },
  history: { de: 'verlauf', en: 'history' },
} as const;

/** All round tables of a town. */
export const tablesPath = (lang: Lang, slug: string): string =>
  `${townPath(lang, slug)}/${words.tables[lang]}`;
export const tablePath = (lang: Lang, slug: string, id: string): string =>
  `${tablesPath(lang, slug)}/${id}`;
/** One meeting, by its key: its day, or `2026-11-27-2` where there was one before on that day. */
export const meetingPath = (lang: Lang, slug: string, id: string, key: string): string =>
  `${tablePath(lang, slug, id)}/${key}`;
/** The dates of one table, or of all, for programs that keep calendars. */
export const calendarPath = (lang: Lang, slug: string, id?: string): string =>
  `${id === undefined ? tablesPath(lang, slug) : tablePath(lang, slug, id)}.ics`;
/** One meeting, as a file. */
export const meetingCalendarPath = (lang: Lang, slug: string, id: string, key: string): string =>
  `${meetingPath(lang, slug, id, key)}.ics`;
/** „Was daraus wurde“: of one table, or of all. */
export const outcomePath = (lang: Lang, slug: string, id?: string): string =>
  `${id === undefined ? tablesPath(lang, slug) : tablePath(lang, slug, id)}/${words.outcome[lang]}`;
/** From the first round table of a town to its plan. */
export const timelinePath = (lang: Lang, slug: string): string =>
  `${tablesPath(lang, slug)}/${words.timeline[lang]}`;
export const tableHistoryPath = (lang: Lang, slug: string, id: string): string =>
  `${tablePath(lang, slug, id)}/${words.history[lang]}`;

export const alliancePath = (lang: Lang, slug: string): string =>
  `${townPath(lang, slug)}/${words.alliance[lang]}`;
export const actorPath = (lang: Lang, slug: string, id: string): string =>
  `${alliancePath(lang, slug)}/${id}`;
