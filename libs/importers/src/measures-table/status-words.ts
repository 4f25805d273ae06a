import type { PartialDate } from '@klimaspur/domain';
import { folded } from '../clean-text.js';
import { ownEntry } from '../own-entry.js';
import { isBlankSign } from './amount.js';
import { readSheetDate } from './sheet-date.js';

/** What a sheet's word says about the implementation of a measure. */
export const statusMeanings = [
  'PLANNED',
  'IN_PROGRESS',
  'ONGOING',
  'PAUSED',
  'DELAYED',
  'COMPLETED',
  'ABANDONED',
  'NOT_FEASIBLE',
  'NOTHING',
] as const;
export type StatusMeaning = (typeof statusMeanings)[number];

export interface SaidStatus {
  readonly meaning: StatusMeaning;
  /** „in Arbeit, verzögert“: the state, and beside it a reported delay. */
  readonly delayed: boolean;
  readonly percent?: number;
  /** False where towns use the word in more than one sense: colours, above all. */
  readonly sure: boolean;
  /** True where the cell says more than the word: the text is kept as a note. */
  readonly more: boolean;
  /** „läuft (seit 2023)“, „umgesetzt 03/2024“: since when it is so. */
  readonly since?: PartialDate;
}

/** Each word of a status column, with how often it stands there and what it was taken for. */
export interface StatusWord {
  readonly word: string;
  readonly count: number;
  /** Null: nobody knows what it means; it is kept as a note. */
  readonly meaning: StatusMeaning | null;
  readonly sure: boolean;
}

/** A word or cell in a form in which spellings do not matter. */
export const plainWord = (said: string): string =>
  folded(said)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();

/** „abgeschlossen?“: whoever wrote it did not know. */
const isDoubted = (said: string): boolean => /[\p{L}\p{N}%)]\s*\(?\?+\)?\s*$/u.test(said);

/** By this two cells say the same; signs that are no letters say it by themselves, and a doubt is a word of its own. */
export const wordKey = (said: string): string => {
  const word = plainWord(said) || said.trim();
  return isDoubted(said) ? `${word} ?` : word;
};

/** The first that fits. What is denied comes first: „noch nicht begonnen“ is not „begonnen“. */
const words: readonly (readonly [RegExp, StatusMeaning, sure?: boolean])[] = [
  [
    /^(?:noch )?nicht (?:erfuellt|begonnen|gestartet|angefangen|angelaufen|umgesetzt|in angriff genommen|in umsetzung|in arbeit|in bearbeitung)/,
    'PLANNED',
  ],
  [
    /^(?:umsetzung )?(?:steht (?:noch )?aus|ausstehend)|^not (?:yet )?(?:started|begun)|^(?:to do|todo|backlog)$/,
    'PLANNED',
  ],
  [
    /^(?:noch )?nicht (?:abgeschlossen|fertig|erledigt|vollstaendig|komplett)|^not (?:yet )?(?:completed?|finished|done)/,
    'IN_PROGRESS',
  ],
  [
    /^(?:teil\w*|zum teil|fast|weitgehend|groesstenteils|ueberwiegend|partly|partially|mostly) (?:\w+ )?(?:umgesetzt|abgeschlossen|erledigt|realisiert|fertig|begonnen|done|implemented|completed?)|^(?:teilweise|teils|zum teil|partly|partially)$/,
    'IN_PROGRESS',
  ],
  [
    /^nicht (?:umsetzbar|realisierbar|machbar|durchfuehrbar|moeglich)|^not (?:feasible|possible)/,
    'NOT_FEASIBLE',
  ],
  [
    /^(?:wird |werden )?nicht (?:mehr |weiter )?(?:weiter ?verfolgt|verfolgt|fortgefuehrt)/,
    'ABANDONED',
  ],
  [
    /^(?:wurde |ist )?(?:aufgegeben|abgebrochen|eingestellt|gestrichen|entfaellt|entfallen|verworfen|gescheitert|fallen ?gelassen|hinfaellig|storniert|abandoned|cancel+ed|dropped|discarded|stopped)/,
    'ABANDONED',
  ],
  [
    /^(?:ist |wurde |bereits |schon )?(?:(?:(?:mit|nach) )?(?:\w+ )?(?:verspaet|verzoeger)\w+ )?(?:abgeschlossen|erledigt|erfuellt|fertig|fertiggestellt|umgesetzt|vollstaendig umgesetzt|komplett umgesetzt|voll umgesetzt|realisiert|vollzogen|durchgefuehrt|beendet|in betrieb|done|completed?|finished|fully implemented|implemented)/,
    'COMPLETED',
  ],
  [
    /^(?:daueraufgabe|laufende (?:dauer)?aufgabe|fortlaufend|kontinuierlich|dauerhaft|staendig|verstetigt|regelmaessig|ongoing|continuous)/,
    'ONGOING',
  ],
  [
    /^(?:ruht|ruhend|pausiert|unterbrochen|ausgesetzt|zurueckgestellt|aufgeschoben|on hold|paused|suspended)/,
    'PAUSED',
  ],
  [
    /^(?:verspaetet|verzoegert) (?:begonnen|gestartet|angelaufen|in (?:arbeit|umsetzung|bearbeitung))/,
    'IN_PROGRESS',
  ],
  [
    /^(?:umsetzung |stark |leicht |etwas )?(?:verzoegert|verzoegerung|in verzug|im verzug|verspaetet|verschoben|stockt|delayed|late|behind schedule|postponed)/,
    'DELAYED',
  ],
  [
    /^(?:(?:wird|ist) (?:derzeit |aktuell |gerade |bereits )?)?(?:umsetzung laeuft|in (?:der )?(?:arbeit|umsetzung|bearbeitung|durchfuehrung|realisierung|ausfuehrung)|im bau\b|in bau\b|laeuft|laufend|begonnen|gestartet|angelaufen|angefangen|im gange|aktiv|in progress|under ?way|under construction|started|running|doing|active|wip|on track|auf kurs)/,
    'IN_PROGRESS',
  ],
  [/^(?:wird )?(?:fortgefuehrt|fortgesetzt|weitergefuehrt)/, 'IN_PROGRESS'],
  [
    /^wird (?:derzeit |aktuell |gerade |bereits )?(?:umgesetzt|bearbeitet|durchgefuehrt|gebaut)/,
    'IN_PROGRESS',
  ],
  [
    /^(?:ist )?(?:geplant|in (?:der )?(?:planung|vorbereitung|konzeption|pruefung)|(?:planung|vorbereitung) laeuft|vorgesehen|konzeptphase|planungsphase|planned|in planning|in preparation|scheduled)/,
    'PLANNED',
  ],
  [/^(?:noch )?(?:offen|open)$/, 'PLANNED', false],
  [/^(?:unbekannt|unklar|keine angaben?|k a|n n|n a|unknown)$/, 'NOTHING'],
];

/** Words about a vote: they move no axis without its body and its day. */
export const isDecisionWord = (said: string): boolean =>
  /^(?:wurde |ist |im \w+ |vom \w+ |von der \w+ )?(?:beschlossen|beschluss|politisch beschlossen|abgelehnt|in (?:der )?beratung|beraten|beantragt|vorgeschlagen|vorschlag|idee|eingereicht|vertagt|adopted|approved|decided|rejected|proposed|idea)\b/.test(
    plainWord(said),
  );

/** LocalZero's word for two things, and the number that its data have for it. */
export const isLateOrMissing = (said: string): boolean =>
  /^(?:6|verzoegert fehlt)$/.test(plainWord(said));

const signs: Readonly<Record<string, string>> = {
  '🟢': 'gruen',
  '🟡': 'gelb',
  '🟠': 'orange',
  '🔴': 'rot',
  '⚪': 'weiss',
  '⚫': 'schwarz',
  '✅': 'erledigt',
  '✔': 'erledigt',
  '✓': 'erledigt',
  '❌': 'abgebrochen',
};

/** The colour of a light, as the scale of the same name calls it. */
export const lightOf = (
  said: string,
): 'GREEN' | 'YELLOW' | 'RED' | 'DARK_GREY' | 'LIGHT_GREY' | undefined => {
  const word = plainWord(ownEntry(signs, said.trim().replace('\ufe0f', '')) ?? said);
  if (/^(?:hell|light) ?(?:grau|grey|gray)|^(?:grau|weiss|white)/.test(word)) return 'LIGHT_GREY';
  if (/^(?:dunkel|dark) ?(?:grau|grey|gray)|^(?:schwarz|black)/.test(word)) return 'DARK_GREY';
  if (/^(?:hell|dunkel)?(?:gruen|green)/.test(word)) return 'GREEN';
  if (/^(?:gelb|orange|yellow|amber)/.test(word)) return 'YELLOW';
  return /^(?:rot|red)/.test(word) ? 'RED' : undefined;
};

/** A share in a cell: `60 %`, `ca. 60%`, `40 v. H.`, `zu 60 % umgesetzt`. */
export const percentIn = (said: string): number | undefined => {
  const [, digits] =
    /^(?:ca\.?|circa|etwa|rund|rd\.?|zu|~|about)?\s*(?:zu\s+)?(\d{1,3})(?:[.,]\d+)?\s*(?:%|prozent|percent|v\. ?h\b)/iu.exec(
      said.trim(),
    ) ?? [];
  const value = Number(digits);
  return digits !== undefined && value <= 100 ? value : undefined;
};

/** True where a cell says the share and nothing else: „ca. 40 %“ and „33,3 %“ say more than 40 and 33. */
export const isBareShare = (said: string): boolean =>
  /^\d{1,3}(?:[.,]0+)?\s*(?:%|prozent|percent|v\. ?h\.?)?$/iu.test(said.trim());

/** Longer cells are reports; their first words say what they report. */
const wordLimit = 6;

/**
 * What a cell of a status column means. A word that the user has mapped means what the user says.
 * Undefined: nobody knows this word yet.
 */
export const readStatus = (
  said: string,
  mapped: Readonly<Record<string, StatusMeaning>> = {},
): SaidStatus | undefined => {
  const word = wordKey(said);
  const guessed = guessStatus(said);
  const asked = Object.entries(mapped).find(
    ([name]) =>
      wordKey(name) === word || (name.endsWith('…') && said.startsWith(name.slice(0, -1))),
  )?.[1];
  if (asked === undefined) return guessed;
  if (guessed?.meaning === asked) return { ...guessed, sure: true };
  return { meaning: asked, delayed: asked === 'DELAYED', sure: true, more: guessed?.more ?? false };
};

const guessStatus = (said: string): SaidStatus | undefined => {
  const percent = percentIn(said);
  const text = ownEntry(signs, said.trim().replace('\ufe0f', '')) ?? said;
  const word = plainWord(text);
  if (isBlankSign(said)) return { meaning: 'NOTHING', delayed: false, sure: true, more: false };
  // A dot in a colour that no file tells may mean anything.
  if (word === '') return undefined;
  const clauses = text
    .split(/[.:;,(\n–/]|\s-\s/u)
    .map(plainWord)
    .filter(Boolean);
  // What comes first says how it stands, but for a vote before it: „beschlossen, in Umsetzung“.
  const found = clauses
    .slice(0, isDecisionWord(clauses[0] ?? '') ? 2 : 1)
    .filter((clause) => clause.split(' ').length <= wordLimit)
    .map((clause) => ({ clause, entry: words.find(([pattern]) => pattern.test(clause)) }))
    .find(({ entry }) => entry !== undefined);
  const delayed = /(?<!(?:nicht|ohne|keine?|not) )(?:verzoeger|verzug|verspaet|delayed)/.test(word);
  if (percent !== undefined) return shareOf(percent, found?.entry?.[1], delayed, word);
  if (!found?.entry) return undefined;
  const [pattern, meaning, sure = true] = found.entry;
  const isDelay = meaning === 'DELAYED';
  const count = found.clause.split(' ').length;
  const more = word.split(' ').length > count + (delayed && !isDelay ? 1 : 0);
  const since = sinceIn(text, pattern);
  return {
    meaning,
    delayed: isDelay || (delayed && meaning === 'IN_PROGRESS'),
    sure: sure && !isDoubted(said),
    more: more || since !== undefined || isDoubted(said),
    ...(since === undefined ? {} : { since }),
  };
};

/** The day behind a word, in brackets or not, where nothing else stands there. */
const sinceIn = (text: string, word: RegExp): PartialDate | undefined => {
  const rest = folded(text).trim().replace(word, '');
  const [, said] =
    /^[\s,:(-]*(?:(?:seit|am|im|in|since|on)\s+(?:dem\s+)?)?(\S.*?)\)?$/.exec(rest) ?? [];
  return said === undefined ? undefined : readSheetDate(said);
};

const shareOf = (
  percent: number,
  meaning: StatusMeaning | undefined,
  delayed: boolean,
  word: string,
): SaidStatus => {
  const more = word.replace(/[\d%]|umgesetzt|erledigt|prozent|v h|zu/g, '').trim() !== '';
  if (percent === 0) return { meaning: meaning ?? 'PLANNED', delayed, sure: true, more };
  const state = meaning === 'COMPLETED' || meaning === undefined ? 'IN_PROGRESS' : meaning;
  return { meaning: state, delayed, percent, sure: percent < 100, more };
};
