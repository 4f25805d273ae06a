import { folded } from '../store/folded-text.js';
import type { Statements } from '../store/statements.js';
import type { View } from '../types.js';
import { holds, paramsOf, type Params } from './scope.js';

const GRAM = 3;
const MOST_WORDS = 8;

export interface Search {
  readonly condition: string;
  readonly params: Params;
}

export const wordsOf = (q: string): string[] =>
  folded(q)
    .split(/[\s\p{Cc}]+/u)
    .filter(Boolean)
    .slice(0, MOST_WORDS);

/** That a text `t` has every word somewhere in it. */
const hasAll = (words: readonly string[]): Search => ({
  condition: words.map((_, n) => `instr(t.folded, $word${n}) > 0`).join(' AND '),
  params: Object.fromEntries(words.map((word, n) => [`word${n}`, word])),
});

/** Whether the trigram index finds them: words of one or two letters have no trigram. */
export const isIndexed = (words: readonly string[]): boolean => words.some(hasTrigram);

const hasTrigram = (word: string): boolean => [...word].length >= GRAM;

/** The numbers of the texts of all towns that have every word, of whatever time: what the index finds is looked through for short words. */
export const textsWith = (db: Statements, words: readonly string[]): readonly number[] => {
  const short = hasAll(words.filter((word) => !hasTrigram(word)));
  const looked = `CROSS JOIN measure_text t ON t.row = f.rowid WHERE ${short.condition} AND`;
  return numbersOf(
    db,
    `SELECT f.rowid FROM measure_search f ${short.condition === '' ? 'WHERE' : looked}
      f.measure_search MATCH $match`,
    { ...short.params, match: words.filter(hasTrigram).map(quoted).join(' AND ') },
  );
};

/** The measures of all towns whose text of the day has every word; all texts of the day are looked through. */
export const measuresWith = (
  db: Statements,
  words: readonly string[],
  view: View,
): readonly number[] => {
  const { condition, params } = hasAll(words);
  return numbersOf(
    db,
    `SELECT t.measure FROM measure_text t WHERE ${holds('t', view)} AND ${condition}`,
    { ...paramsOf(view), ...params },
  );
};

/** In one value: a row for each of many numbers takes longer. */
const numbersOf = (db: Statements, select: string, params: Params): readonly number[] => {
  const row = db.get<{ numbers: string }>(
    `WITH found (number) AS (${select}) SELECT json_group_array(number) AS numbers FROM found`,
    params,
  );
  return JSON.parse(row?.numbers ?? '[]') as number[];
};

/** A phrase of trigrams, which is found wherever the word stands. */
const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;

/** About a measure `s` of few: in its texts, or its number in a plan. Null: no word. */
export const inMeasure = (q: string, view: View): Search | null => {
  const words = wordsOf(q);
  if (words.length === 0) return null;
  const { condition, params } = hasAll(words);
  return {
    condition: `(EXISTS (SELECT 1 FROM measure_text t
      WHERE t.measure = s.measure AND ${holds('t', view)} AND ${condition})
      OR EXISTS (SELECT 1 FROM place n WHERE n.measure = s.measure
        AND n.number = $number COLLATE NOCASE))`,
    params: { ...params, number: q.trim() },
  };
};
