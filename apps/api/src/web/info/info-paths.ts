import type { Lang, MessageKey } from '@klimaspur/messages';

/** Pages about these pages: what they are, how is counted, what may be done with the data, and the duties. */
export const infoPaths = {
  whatIs: { de: '/de/was-ist-local-monitoring', en: '/en/what-is-local-monitoring' },
  method: { de: '/de/methodik', en: '/en/method' },
  data: { de: '/de/daten', en: '/en/data' },
  checksums: { de: '/de/pruefsummen', en: '/en/checksums' },
} as const satisfies Readonly<Record<string, Readonly<Record<Lang, string>>>>;

export type InfoPage = keyof typeof infoPaths;

/** The same as routes, in both languages. */
export const infoRoutes = (page: InfoPage): string[] =>
  Object.values(infoPaths[page]).map((path) => path.slice(1));

export const infoTitles: Readonly<Record<InfoPage, MessageKey>> = {
  whatIs: 'nav.whatIs',
  method: 'nav.method',
  data: 'nav.data',
  checksums: 'nav.checksums',
};

/** Where one rule of the bar is explained. */
export const ruleId = (rule: string): string => `rule-${rule}`;
export const rulePath = (lang: Lang, rule: string): string =>
  `${infoPaths.method[lang]}#${ruleId(rule)}`;
