import type { Lang } from '@klimaspur/messages';

/** The addresses of the public pages, in both languages; `/` between parts, nothing at the end. */
const towns: Readonly<Record<Lang, string>> = { de: '/de/kommunen', en: '/en/municipalities' };
const measures: Readonly<Record<Lang, string>> = { de: 'massnahmen', en: 'measures' };
const observers: Readonly<Record<Lang, string>> = { de: 'wer-beobachtet', en: 'who-observes' };
const history: Readonly<Record<Lang, string>> = { de: 'verlauf', en: 'history' };

const decisions: Readonly<Record<Lang, string>> = { de: 'beschluesse', en: 'decisions' };

export const townsPath = (lang: Lang): string => towns[lang];
export const townPath = (lang: Lang, slug: string): string => `${towns[lang]}/${slug}`;
export const observersPath = (lang: Lang, slug: string): string =>
  `${townPath(lang, slug)}/${observers[lang]}`;
export const measuresPath = (lang: Lang, slug: string): string =>
  `${townPath(lang, slug)}/${measures[lang]}`;
export const measurePath = (lang: Lang, slug: string, id: string): string =>
  `${measuresPath(lang, slug)}/${id}`;
export const historyPath = (lang: Lang, slug: string, id: string): string =>
  `${measurePath(lang, slug, id)}/${history[lang]}`;
/** The permalink of one entry of a measure. */
export const entryPath = (lang: Lang, slug: string, id: string, entry: string): string =>
  `${historyPath(lang, slug, id)}#e-${entry}`;

/** A file by which anybody can check that an entry was not altered. */
export const entryProofPath = (entry: string): string => `/api/v1/entries/${entry}/proof`;

/** The votes of a town that concern several measures. */
export const decisionsPath = (lang: Lang, slug: string): string =>
  `${townPath(lang, slug)}/${decisions[lang]}`;
export const decisionPath = (lang: Lang, slug: string, id: string): string =>
  `${decisionsPath(lang, slug)}/${id}`;

/** The slug in the German address of a page about a town; undefined for all others. */
export const slugIn = (path: string): string | undefined =>
  /^\/de\/kommunen\/([^/?#]+)/.exec(path)?.[1];

/** The dashboard of one plan of a town that has several. */
export const planPath = (lang: Lang, slug: string, id: string): string =>
  `${townPath(lang, slug)}/${workWords.plans[lang]}/${id}`;

export const beginPath = (lang: Lang): string => (lang === 'de' ? '/de/beginnen' : '/en/begin');

/** The parts of the addresses on which a town is worked on. */
const workWords = {
  edit: { de: 'bearbeiten', en: 'edit' },
  details: { de: 'angaben', en: 'details' },
  target: { de: 'zieljahr', en: 'target' },
  organs: { de: 'gremien', en: 'bodies' },
  observers: { de: 'wer-beobachtet', en: 'who-observes' },
  notices: { de: 'hinweise', en: 'notices' },
  links: { de: 'links', en: 'links' },
  notes: { de: 'notizen', en: 'notes' },
  people: { de: 'personen', en: 'people' },
  delete: { de: 'loeschen', en: 'delete' },
  forget: { de: 'vergessen', en: 'forget' },
  revoke: { de: 'entziehen', en: 'revoke' },
  withdraw: { de: 'zurueckziehen', en: 'withdraw' },
  link: { de: 'anmeldelink', en: 'link' },
  plans: { de: 'plaene', en: 'plans' },
  editions: { de: 'fassungen', en: 'editions' },
  fields: { de: 'handlungsfelder', en: 'fields' },
  measures: { de: 'massnahmen', en: 'measures' },
  none: { de: 'ohne', en: 'none' },
  new: { de: 'neu', en: 'new' },
  end: { de: 'beenden', en: 'end' },
  move: { de: 'verschieben', en: 'move' },
  assess: { de: 'bewerten', en: 'assess' },
  sheet: { de: 'massnahmenblatt', en: 'sheet' },
  place: { de: 'platz', en: 'place' },
  origin: { de: 'herkunft', en: 'origin' },
  responsible: { de: 'zustaendig', en: 'responsible' },
  support: { de: 'unterstuetzung', en: 'support' },
  deliver: { de: 'einloesen', en: 'deliver' },
  release: { de: 'entlassen', en: 'release' },
  merge: { de: 'zusammenlegen', en: 'merge' },
  split: { de: 'aufteilen', en: 'split' },
  supersede: { de: 'ersetzen', en: 'supersede' },
  revive: { de: 'aufgreifen', en: 'revive' },
  remove: { de: 'herausnehmen', en: 'remove' },
  void: { de: 'zuruecknehmen', en: 'void' },
  organisations: { de: 'organisationen', en: 'organisations' },
  tables: { de: 'runde-tische', en: 'round-tables' },
  list: { de: 'liste', en: 'list' },
  offers: { de: 'angebote', en: 'offers' },
  alliance: { de: 'buendnis', en: 'alliance' },
  seats: { de: 'plaetze', en: 'seats' },
  rhythm: { de: 'rhythmus', en: 'rhythm' },
  contacts: { de: 'kontakte', en: 'contacts' },
  invite: { de: 'einladen', en: 'invite' },
  replies: { de: 'antworten', en: 'replies' },
  letters: { de: 'texte', en: 'texts' },
  internal: { de: 'internes', en: 'internal' },
  suggestions: { de: 'vorschlaege', en: 'suggestions' },
  cancel: { de: 'absagen', en: 'cancel' },
  topic: { de: 'thema', en: 'topic' },
  restore: { de: 'doch-stattfinden', en: 'restore' },
  calendar: { de: 'kalender', en: 'calendar' },
  meetings: { de: 'termine', en: 'meetings' },
  publish: { de: 'veroeffentlichen', en: 'publish' },
  unpublish: { de: 'verbergen', en: 'unpublish' },
  agenda: { de: 'tagesordnung', en: 'agenda' },
  held: { de: 'durchfuehrung', en: 'held' },
  results: { de: 'ergebnisse', en: 'results' },
  dissent: { de: 'dissens', en: 'dissent' },
  measure: { de: 'massnahme', en: 'measure' },
  protocol: { de: 'protokoll', en: 'minutes' },
  text: { de: 'text', en: 'text' },
  protocolFile: { de: 'protokoll.md', en: 'minutes.md' },
  circulate: { de: 'abstimmen', en: 'circulate' },
  objection: { de: 'aenderungswunsch', en: 'objection' },
  approve: { de: 'genehmigen', en: 'approve' },
  followUps: { de: 'zusagen', en: 'follow-ups' },
  remind: { de: 'erinnern', en: 'remind' },
  questions: { de: 'offene-fragen', en: 'open-questions' },
  redact: { de: 'text-entfernen', en: 'remove-text' },
} as const satisfies Record<string, Record<Lang, string>>;
export type WorkWord = keyof typeof workWords;

/** An address below „bearbeiten“: words are put into the language, ids stay. */
export const workPath = (lang: Lang, slug: string, ...parts: readonly string[]): string =>
  [townPath(lang, slug), 'edit', ...parts]
    .map((part, index) => (index > 0 && isWorkWord(part) ? workWords[part][lang] : part))
    .join('/');

const isWorkWord = (part: string): part is WorkWord => Object.hasOwn(workWords, part);

/** The same as routes: `workRoutes('plans', ':id')`. */
export const workRoutes = (...parts: readonly string[]): string[] =>
  inBoth((lang) => workPath(lang, ':slug', ...parts));

/** How the filters of the list of measures are called in the address. */
export const filterNames = {
  de: {
    status: 'status',
    field: 'feld',
    plan: 'plan',
    stage: 'stufe',
    allies: 'buendnis',
    only: 'nur',
    sort: 'sortierung',
    page: 'seite',
  },
  en: {
    status: 'status',
    field: 'field',
    plan: 'plan',
    stage: 'stage',
    allies: 'allies',
    only: 'only',
    sort: 'sort',
    page: 'page',
  },
} as const satisfies Record<Lang, Record<string, string>>;

/** The same route in both languages, as Nest wants it: without the leading slash. */
export const inBoth = (path: (lang: Lang) => string): string[] =>
  (['de', 'en'] as const).map((lang) => path(lang).slice(1));

/** How many pages a list fills; an empty one fills one. */
export const pageCount = (items: number, perPage: number): number =>
  Math.max(1, Math.ceil(items / perPage));

/** The page asked for; what is no page is the first. */
export const pageNumber = (value: unknown): number => {
  const page = Number(value);
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
};

/** An address with those parameters that say something. */
export const withQuery = (
  path: string,
  parameters: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>,
): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || value === '' || value === false) continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
};
