import type { Lang, MessageKey } from '@klimaspur/messages';

/** Pages that the operator writes. The keys are those of the vault. */
export const siteKeys = ['easy-language', 'accessibility', 'privacy', 'imprint'] as const;
export type SiteKey = (typeof siteKeys)[number];
/** Those, and the part of the accessibility statement that names who helps where nobody answers. */
export type SiteTextKey = SiteKey | 'enforcement';

const names: Readonly<Record<SiteKey, Readonly<Record<Lang, string>>>> = {
  'easy-language': { de: 'leichte-sprache', en: 'easy-language' },
  accessibility: { de: 'barrierefreiheit', en: 'accessibility' },
  privacy: { de: 'datenschutz', en: 'privacy' },
  imprint: { de: 'impressum', en: 'imprint' },
};
const desks: Readonly<Record<Lang, string>> = { de: '/de/admin/seiten', en: '/en/admin/pages' };

export const siteTitles: Readonly<Record<SiteKey, MessageKey>> = {
  'easy-language': 'nav.easyLanguage',
  accessibility: 'nav.accessibility',
  privacy: 'nav.privacy',
  imprint: 'nav.imprint',
};

export const sitePath = (lang: Lang, key: SiteKey): string => `/${lang}/${names[key][lang]}`;
/** Where the operator finds the texts of all pages. */
export const siteDeskPath = (lang: Lang): string => desks[lang];
export const siteFormPath = (lang: Lang, key: SiteKey): string =>
  `${desks[lang]}/${names[key][lang]}`;

/** Which page an address is about, in either of its forms. */
export const siteKeyIn = (url: string): SiteKey | undefined => {
  const last = /\/([^/?#]+)(?:[?#].*)?$/.exec(url)?.[1];
  return siteKeys.find((key) => names[key].de === last || names[key].en === last);
};
