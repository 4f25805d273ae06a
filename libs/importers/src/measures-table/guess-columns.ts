import { type Cell, columnLetters, isBlank, type TableRow } from '../tables/table.js';
import type { ColumnMapping, ColumnTarget } from './column-mapping.js';
import {
  type ColumnKey,
  computedHeadings,
  isOwnId,
  knownHeading,
  ownHeading,
  personalHeading,
  plainHeading,
} from './column-words.js';
import { readSheetTime } from './sheet-date.js';
import { lightOf, percentIn, readStatus } from './status-words.js';

/**
 * Why a column is taken for what it is: the user said so (`asked`), its heading is known (`heading`) or a part of
 * it (`part`), or what stands below it shows (`content`). Without target: `computed` by Klimaspur itself, `personal`
 * data that stays outside, `taken` already by a column before, `unknown`.
 */
export type GuessReason =
  'asked' | 'heading' | 'part' | 'content' | 'computed' | 'personal' | 'taken' | 'unknown';

export interface GuessedColumn {
  /** As a spreadsheet names it: A, AB. */
  readonly letter: string;
  readonly heading: string;
  readonly target: ColumnTarget | null;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly reason: GuessReason;
  /** The first values that stand there. */
  readonly samples: readonly string[];
}

const confidence = { asked: 1, heading: 0.95, part: 0.7, content: 0.6 } as const;
type Guess = { readonly key: ColumnKey; readonly reason: keyof typeof confidence };

const sampleCount = 3;
const sampleLength = 60;

/** True for a file that Klimaspur wrote. */
export const isOwnSheet = (names: readonly string[], { columns = {} }: ColumnMapping): boolean =>
  names.some((name) => columns[name] === 'id' || (columns[name] === undefined && isOwnId(name)));

/** Columns in which several may say something, one below the other. */
const severalFit: ReadonlySet<ColumnKey> = new Set(['remarks', 'partners', 'papers']);

/** What each column of a sheet is, by its heading and by what the first rows hold. */
export const guessColumns = (
  names: readonly string[],
  rows: readonly TableRow[],
  mapping: ColumnMapping,
): GuessedColumn[] => {
  const own = isOwnSheet(names, mapping);
  const asked = mapping.columns ?? {};
  const taken = new Set<ColumnKey>(
    names.flatMap((name) => {
      const target = asked[name];
      return target === undefined || target === 'ignore' ? [] : [target];
    }),
  );
  return names.map((heading, column) => {
    const cells = rows.flatMap(({ cells }) => (isBlank(cells[column]) ? [] : [cells[column]!]));
    const base = {
      letter: columnLetters(column),
      heading,
      samples: cells.slice(0, sampleCount).map(({ text }) => text.trim().slice(0, sampleLength)),
    };
    const target = asked[heading];
    if (target !== undefined) return { ...base, target, confidence: 1, reason: 'asked' };
    const none = (reason: GuessReason) => ({ ...base, target: null, confidence: 0, reason });
    if (own && computedHeadings.has(plainHeading(heading))) return none('computed');
    if (personalHeading.test(plainHeading(heading))) return none('personal');
    const guess = own ? ownGuess(heading) : byContent(headingGuess(heading), cells);
    if (!guess) return none('unknown');
    if (taken.has(guess.key) && !severalFit.has(guess.key)) return none('taken');
    taken.add(guess.key);
    return {
      ...base,
      target: guess.key,
      confidence: confidence[guess.reason],
      reason: guess.reason,
    };
  });
};

const ownGuess = (heading: string): Guess | undefined => {
  const key = ownHeading(heading);
  return key && { key, reason: 'heading' };
};

const headingGuess = (heading: string): Guess | undefined => {
  const known = knownHeading(heading);
  return known && { key: known.key, reason: known.whole ? 'heading' : 'part' };
};

const mostly = (cells: readonly Cell[], is: (cell: Cell) => boolean) =>
  cells.length > 0 && cells.filter(is).length >= cells.length / 2;

/** Reports are long; words and dates are not. */
const isShort = ({ text }: Cell) => text.length <= 200;
const isTime = ({ text, day }: Cell) => day !== undefined || readSheetTime(text) !== undefined;
const isWord = ({ text }: Cell) => readStatus(text) !== undefined;

const content = (key: ColumnKey): Guess => ({ key, reason: 'content' });

/** „Stand“ may be a word, a day, or a report; „Wirkung“ a grade or a text: what stands there decides. */
const byContent = (guess: Guess | undefined, all: readonly Cell[]): Guess | undefined => {
  if (!guess || all.length === 0) return guess;
  const cells = all.filter(isShort);
  if (cells.length < all.length / 2)
    return guess.key === 'status' ? content('statusReport') : guess;
  switch (guess.key) {
    case 'status': {
      if (mostly(cells, ({ percent, text }) => percent === true || percentIn(text) !== undefined))
        return guess;
      if (mostly(cells, isTime)) return content('standOn');
      const long = mostly(cells, ({ text }) => text.length > 40);
      return long && !mostly(cells, isWord) ? content('statusReport') : guess;
    }
    case 'assessment':
      return mostly(cells, ({ text }) => lightOf(text) !== undefined || /^[1-5]$/.test(text.trim()))
        ? guess
        : undefined;
    case 'impact':
    case 'feasibility':
      return mostly(cells, ({ text }) => /^[1-5]$/.test(text.trim())) ? guess : undefined;
    case 'duration':
      return mostly(cells, ({ text }) => /daueraufgabe|befristet|projekt|permanent/i.test(text))
        ? guess
        : undefined;
    default:
      return guess;
  }
};
