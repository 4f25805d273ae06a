import type { Lang } from '@klimaspur/messages';
import { withQuery } from '../paths.js';

/** Under which the vault keeps reports about the pages themselves; towns have ids. */
export const BARRIERS = 'barriers';

const words = {
  report: { de: '/de/barriere-melden', en: '/en/report-barrier' },
  thanks: { de: 'danke', en: 'thanks' },
  inbox: { de: '/de/admin/barrieren', en: '/en/admin/barriers' },
  delete: { de: 'loeschen', en: 'delete' },
} as const satisfies Record<string, Record<Lang, string>>;

/** Name of the parameter that says on which page somebody got stuck. */
export const pageParameter = (lang: Lang): string => (lang === 'de' ? 'seite' : 'page');

/** Where everybody can say that they cannot get on; `page`: where they come from. */
export const barrierPath = (lang: Lang, page?: string): string =>
  withQuery(words.report[lang], { [pageParameter(lang)]: page });
export const barrierThanksPath = (lang: Lang): string =>
  `${words.report[lang]}/${words.thanks[lang]}`;

/** Where the operator reads what was reported. */
export const barrierInboxPath = (lang: Lang, ...parts: readonly string[]): string =>
  [words.inbox[lang], ...parts.map((part) => (part === 'delete' ? words.delete[lang] : part))].join(
    '/',
  );
