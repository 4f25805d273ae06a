import { folded } from '../store/folded-text.js';
import type { View } from '../types.js';
import { holds, type Params } from './scope.js';

const GRAM = 3;
const MOST_WORDS = 8;

export interface Search {
  readonly condition: string;
  readonly params: Params;
}

const wordsOf = (q: string): string[] =>
  folded(q)
    .split(/[\s\p{Cc}]+/u)
    .filter(Boolean)
    .slice(0, MOST_WORDS);

/** That a text `t` holds on the day asked about, and every word somewhere in it. */
const holdsAll = (words: readonly string[], view: View): Search => {
  const params: Params = {};
  const found = words.map((word, n) => {
    params[`word${n}`] = word;
    return `instr(t.folded, $word${n}) > 0`;
  });
  return { condition: [holds('t', view), ...found].join(' AND '), params };
};

/** The measures whose text holds every word on the day asked about, in any town. */
export interface SearchInAll {
  /** Gives a row for each, with its `measure`. */
  readonly select: string;
  readonly params: Params;
}

/**
 * For searches over all towns: the trigram index finds the texts, and an index over their times says which of them hold.
 * Words of one or two letters have no trigram: what the index found is looked through for them. Null: no word.
 */
export const inAllTexts = (q: string, view: View): SearchInAll | null => {
  const words = wordsOf(q);
  if (words.length === 0) return null;
  const [long, short] = [words.filter(hasTrigram), words.filter((word) => !hasTrigram(word))];
  const { condition, params } = holdsAll(short, view);
  if (long.length === 0) {
    return { select: `SELECT t.measure FROM measure_text t WHERE ${condition}`, params };
  }
  return {
    select: `SELECT t.measure FROM measure_search f CROSS JOIN measure_text t
      ${short.length === 0 ? 'INDEXED BY text_by_row' : ''} ON t.row = f.rowid
      WHERE f.measure_search MATCH $match AND ${condition}`,
    params: { ...params, match: long.map(quoted).join(' AND ') },
  };
};

const hasTrigram = (word: string): boolean => [...word].length >= GRAM;

/** A phrase of trigrams, which is found wherever the word stands. */
const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;

/** About a measure `s` of few: in its texts, or its number in a plan. Null: no word. */
export const inMeasure = (q: string, view: View): Search | null => {
  const words = wordsOf(q);
  if (words.length === 0) return null;
  const { condition, params } = holdsAll(words, view);
  return {
    condition: `(EXISTS (SELECT 1 FROM measure_text t WHERE t.measure = s.measure AND ${condition})
      OR EXISTS (SELECT 1 FROM place n WHERE n.measure = s.measure
        AND n.number = $number COLLATE NOCASE))`,
    params: { ...params, number: q.trim() },
  };
};
