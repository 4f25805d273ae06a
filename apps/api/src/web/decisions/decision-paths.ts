import type { Lang } from '@klimaspur/messages';
import { decisionPath, decisionsPath } from '../paths.js';

const pages = {
  correct: { de: 'berichtigen', en: 'correct' },
  void: { de: 'ruecknahme', en: 'take-back' },
} as const;

/** Where a vote is recorded. */
export const newDecisionPath = (lang: Lang, slug: string): string =>
  `${decisionsPath(lang, slug)}/${lang === 'de' ? 'neu' : 'new'}`;

/** Where a vote is corrected, or taken back. */
export const changePath = (
  lang: Lang,
  slug: string,
  id: string,
  page: keyof typeof pages,
): string => `${decisionPath(lang, slug, id)}/${pages[page][lang]}`;
