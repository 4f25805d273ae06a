import { folded } from '../store/folded-text.js';
import type { View } from '../types.js';
import { holds, type Params } from './scope.js';

const GRAM = 3;
const MOST_WORDS = 8;

/**
 * That a measure `s` holds every word of the query somewhere in its texts of the day, or carries the
 * query as its number. The trigram index finds candidates; the folded text decides. `inText` is the
 * same about a row `t` of the texts alone.
 */
export const searchCondition = (
  q: string,
  view: View,
  withNumber: boolean,
): { inText: string; condition: string; params: Params } | null => {
  const words = folded(q).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  if (words.length === 0) return null;
  const params: Params = { number: q.trim() };
  const found = words.map((word, n) => {
    params[`word${n}`] = word;
    return `instr(t.folded, $word${n}) > 0`;
  });
  const grams = new Set(words.flatMap(gramsOf));
  if (grams.size > 0) {
    params['match'] = [...grams].map((gram) => `"${gram.replaceAll('"', '""')}"`).join(' AND ');
    found.unshift('t.row IN (SELECT rowid FROM measure_search WHERE measure_search MATCH $match)');
  }
  const inText = `${holds('t', view)} AND ${found.join(' AND ')}`;
  const byText = `(s.municipality, s.measure) IN
    (SELECT t.municipality, t.measure FROM measure_text t WHERE ${inText})`;
  const byNumber = `EXISTS (SELECT 1 FROM place n WHERE n.measure = s.measure
    AND n.number = $number COLLATE NOCASE)`;
  return { inText, condition: withNumber ? `(${byText} OR ${byNumber})` : byText, params };
};

const gramsOf = (word: string): string[] => {
  const letters = [...word];
  return letters.length < GRAM
    ? []
    : letters.slice(0, 1 - GRAM || undefined).flatMap((_, at) => {
        const gram = letters.slice(at, at + GRAM);
        return gram.length === GRAM ? [gram.join('')] : [];
      });
};
