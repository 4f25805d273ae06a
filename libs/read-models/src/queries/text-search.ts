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
  folded(q).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);

/** That a text `t` holds on the day asked about, and every word somewhere in it. */
const holdsAll = (words: readonly string[], view: View): Search => {
  const params: Params = {};
  const found = words.map((word, n) => {
    params[`word${n}`] = word;
    return `instr(t.folded, $word${n}) > 0`;
  });
  return { condition: [holds('t', view), ...found].join(' AND '), params };
};

/**
 * About any text `t`, for searches over all towns: the trigram index finds candidates, the text itself
 * decides. Words of one or two letters have no trigram, so every text is looked at. Null: no word.
 */
export const amongTexts = (q: string, view: View): Search | null => {
  const words = wordsOf(q);
  if (words.length === 0) return null;
  const { condition, params } = holdsAll(words, view);
  const grams = [...new Set(words.flatMap(gramsOf))];
  if (grams.length === 0) return { condition, params };
  return {
    condition: `t.row IN (SELECT rowid FROM measure_search WHERE measure_search MATCH $match)
      AND ${condition}`,
    params: {
      ...params,
      match: grams.map((gram) => `"${gram.replaceAll('"', '""')}"`).join(' AND '),
    },
  };
};

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

const gramsOf = (word: string): string[] => {
  const letters = [...word];
  return letters.slice(GRAM - 1).map((_, at) => letters.slice(at, at + GRAM).join(''));
};
