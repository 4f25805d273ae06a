import type { Words } from './settings.js';

/** German where the shell speaks German, else English: by the first of these that is set, as everywhere in a shell. */
export function shellLanguage({
  LC_ALL,
  LC_MESSAGES,
  LANG,
}: Readonly<Record<string, string | undefined>>): keyof Words {
  return /^de/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'de' : 'en';
}
