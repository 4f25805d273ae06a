import type { Lang } from '@klimaspur/messages';

const account: Readonly<Record<Lang, string>> = { de: '/de/konto', en: '/en/account' };
const pages = {
  entries: { de: 'eintraege', en: 'entries' },
  link: { de: 'geraet', en: 'device' },
  signOut: { de: 'ueberall-abmelden', en: 'sign-out-everywhere' },
  delete: { de: 'loeschen', en: 'delete' },
  deleted: { de: 'geloescht', en: 'deleted' },
} as const satisfies Record<string, Record<Lang, string>>;

/** All that is kept of somebody, and what they recorded, as files. */
export const personFiles = (person: string) => [
  { href: `/api/v1/persons/${person}/data`, format: 'JSON' },
  { href: `/api/v1/persons/${person}/entries`, format: 'CSV' },
];

/** The page on which people see and change what is known of them. */
export const accountPath = (lang: Lang, page?: keyof typeof pages): string =>
  page === undefined ? account[lang] : `${account[lang]}/${pages[page][lang]}`;
