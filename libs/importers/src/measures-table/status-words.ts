import { folded } from '../clean-text.js';

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

/** By this two cells say the same; signs that are no letters say it by themselves. */
export const wordKey = (said: string): string => plainWord(said) || said.trim();

/** The first that fits. What is denied comes first: „noch nicht begonnen“ is not „begonnen“. */
const words: readonly (readonly [RegExp, StatusMeaning, sure?: boolean])[] = [
  [/^(?:noch )?nicht (?:begonnen|gestartet|angefangen|umgesetzt|in angriff genommen)/, 'PLANNED'],
  [/^(?:umsetzung )?(?:steht (?:noch )?aus|ausstehend)|^not started/, 'PLANNED'],
  [/^(?:noch )?nicht (?:abgeschlossen|fertig|erledigt|vollstaendig)/, 'IN_PROGRESS'],
  [
    /^(?:teil\w*|zum teil|fast|weitgehend|groesstenteils|partly) (?:\w+ )?(?:umgesetzt|abgeschlossen|erledigt|realisiert|fertig|done)/,
    'IN_PROGRESS',
  ],
  [
    /^nicht (?:umsetzbar|realisierbar|machbar|durchfuehrbar|moeglich)|^not feasible/,
    'NOT_FEASIBLE',
  ],
  [
    /^(?:wird |werden )?nicht (?:mehr |weiter )?(?:weiter ?verfolgt|verfolgt|fortgefuehrt)/,
    'ABANDONED',
  ],
  [
    /^(?:aufgegeben|abgebrochen|eingestellt|gestrichen|entfaellt|entfallen|verworfen|gescheitert|abgelehnt|abandoned|cancel+ed|dropped)/,
    'ABANDONED',
  ],
  [
    /^(?:ist |wurde )?(?:abgeschlossen|erledigt|fertig|fertiggestellt|umgesetzt|vollstaendig umgesetzt|realisiert|vollzogen|durchgefuehrt|beendet|done|completed?|finished|implemented)/,
    'COMPLETED',
  ],
  [
    /^(?:daueraufgabe|laufende (?:dauer)?aufgabe|fortlaufend|kontinuierlich|dauerhaft|staendig|verstetigt|ongoing)/,
    'ONGOING',
  ],
  [
    /^(?:ruht|ruhend|pausiert|unterbrochen|ausgesetzt|zurueckgestellt|gestoppt|on hold|paused)/,
    'PAUSED',
  ],
  [
    /^(?:stark |leicht )?(?:verzoegert|verzoegerung|in verzug|im verzug|verspaetet|delayed|late)/,
    'DELAYED',
  ],
  [
    /^(?:in (?:der )?(?:arbeit|umsetzung|bearbeitung|durchfuehrung|realisierung)|laeuft|laufend|begonnen|gestartet|angelaufen|angefangen|im gange|aktiv|in progress|started|running|wip)/,
    'IN_PROGRESS',
  ],
  [
    /^(?:geplant|in (?:der )?(?:planung|vorbereitung|konzeption|pruefung)|vorgesehen|konzeptphase|planned|in planning)/,
    'PLANNED',
  ],
  [/^(?:gruen|green)/, 'IN_PROGRESS', false],
  [/^(?:gelb|orange|yellow|amber)/, 'IN_PROGRESS', false],
  [/^(?:rot|red)/, 'DELAYED', false],
  [
    /^(?:grau|grey|gray|weiss|white|schwarz|black|offen|noch offen|unbekannt|unklar|keine angaben?|k a|n n|unknown|open)$/,
    'NOTHING',
    false,
  ],
];

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
  const word = plainWord(signs[said.trim().replace('\ufe0f', '')] ?? said);
  if (/^(?:hell|light) ?(?:grau|grey|gray)|^(?:grau|weiss|white)/.test(word)) return 'LIGHT_GREY';
  if (/^(?:dunkel|dark) ?(?:grau|grey|gray)|^(?:schwarz|black)/.test(word)) return 'DARK_GREY';
  if (/^(?:hell|dunkel)?(?:gruen|green)/.test(word)) return 'GREEN';
  if (/^(?:gelb|orange|yellow|amber)/.test(word)) return 'YELLOW';
  return /^(?:rot|red)/.test(word) ? 'RED' : undefined;
};

/** A share in a cell: `60 %`, `ca. 60%`, `zu 60 % umgesetzt`. */
export const percentIn = (said: string): number | undefined => {
  const [, digits] =
    /^(?:ca\.?|etwa|rund|zu|~)?\s*(\d{1,3})(?:[.,]\d+)?\s*(?:%|prozent)/iu.exec(said.trim()) ?? [];
  const value = Number(digits);
  return digits !== undefined && value <= 100 ? value : undefined;
};

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
  const text = signs[said.trim().replace('\ufe0f', '')] ?? said;
  const word = plainWord(text);
  if (word === '') return { meaning: 'NOTHING', delayed: false, sure: true, more: false };
  const first = plainWord(text.split(/[.:;,(\n–]|\s-\s/u)[0] ?? '');
  const short = first.split(' ').length <= wordLimit;
  const found = short ? words.find(([pattern]) => pattern.test(first)) : undefined;
  const delayed = /verzoeger|verzug|verspaetet|delayed/.test(word);
  if (percent !== undefined) return shareOf(percent, found?.[1], delayed, word);
  if (!found) return undefined;
  const [, meaning, sure = true] = found;
  const isDelay = meaning === 'DELAYED';
  const more = word.split(' ').length > first.split(' ').length + (delayed && !isDelay ? 1 : 0);
  return { meaning, delayed: isDelay || (delayed && meaning === 'IN_PROGRESS'), sure, more };
};

const shareOf = (
  percent: number,
  meaning: StatusMeaning | undefined,
  delayed: boolean,
  word: string,
): SaidStatus => {
  const more = word.replace(/[\d%]|umgesetzt|erledigt|zu|ca/g, '').trim() !== '';
  if (percent === 0) return { meaning: meaning ?? 'PLANNED', delayed, sure: true, more };
  const state = meaning === 'COMPLETED' || meaning === undefined ? 'IN_PROGRESS' : meaning;
  return { meaning: state, delayed, percent, sure: percent < 100, more };
};
