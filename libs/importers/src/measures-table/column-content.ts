import type { Cell } from '../tables/table.js';
import { isNothing, readAmount } from './amount.js';
import { type ColumnKey, plainHeading } from './column-words.js';
import { readSheetTime, tellsOfTime } from './sheet-date.js';
import { lightOf, percentIn, readStatus } from './status-words.js';

/** What a column may be, by its heading, by a part of it, or by what stands below. */
export interface Guess {
  readonly key: ColumnKey;
  readonly reason: 'heading' | 'part' | 'content';
}

const share = (cells: readonly Cell[], is: (cell: Cell) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(is).length / cells.length;
const mostly = (cells: readonly Cell[], is: (cell: Cell) => boolean) => share(cells, is) >= 0.5;

/** Reports are long; words and dates are not. */
const isShort = ({ text }: Cell) => text.length <= 200;
const isTime = ({ text, day }: Cell) => day !== undefined || readSheetTime(text) !== undefined;
const isWord = ({ text }: Cell) => text.length <= 80 && readStatus(text) !== undefined;
const isYesOrNo = ({ text }: Cell) =>
  /^(?:ja|nein|yes|no|wahr|falsch|true|false|x|teilweise|partly)$/i.test(text.trim());
const isShare = ({ percent, text }: Cell) => percent === true || percentIn(text) !== undefined;
const isYears = ({ text }: Cell) => /\b20\d\d\b/.test(text) && readSheetTime(text) !== undefined;
const isGrade = ({ text }: Cell) => /^[1-5]$/.test(text.trim());

/** How much of a column are words for a state. */
export const readableShare = (cells: readonly Cell[]): number => share(cells, isWord);

/** True for a column of shares with their sign. */
export const areShares = (cells: readonly Cell[]): boolean => mostly(cells, isShare);

const content = (key: ColumnKey): Guess => ({ key, reason: 'content' });

/** „Stand“ may be a word, a day, or a report; „Wirkung“ a grade or a text: what stands there decides. */
export const byContent = (
  guess: Guess | undefined,
  all: readonly Cell[],
  heading: string,
): Guess | undefined => {
  if (!guess || all.length === 0) return guess;
  const cells = all.filter(isShort);
  if (cells.length < all.length / 2)
    return guess.key === 'status' ? content('statusReport') : guess;
  switch (guess.key) {
    case 'status':
      return statusBy(cells, guess);
    case 'percent':
      if (mostly(cells, isYears)) return content('period');
      return mostly(cells, ({ text }) => /\d/.test(text) || isNothing(text))
        ? guess
        : statusBy(cells, guess);
    case 'plannedStart':
    case 'plannedEnd':
    case 'begin':
    case 'finish':
    case 'startedOn':
    case 'endedOn':
      return datesBy(cells, guess);
    case 'goal':
      // „Ziel (Datum)“ says until when, not what for.
      return mostly(cells, (cell) => cell.day !== undefined || isYears(cell))
        ? content('plannedEnd')
        : guess;
    case 'assessment':
      return mostly(cells, (cell) => lightOf(cell.text) !== undefined || isGrade(cell))
        ? guess
        : undefined;
    case 'impact':
    case 'feasibility':
      return mostly(cells, isGrade) ? guess : undefined;
    case 'duration':
      return mostly(cells, ({ text }) => /daueraufgabe|befristet|projekt|permanent/i.test(text))
        ? guess
        : undefined;
    case 'field':
      // „Fachbereich“ and „Bereich“ may number what they name; a number alone names no field.
      return mostly(cells, ({ text }) => /\p{L}/u.test(text)) || plainHeading(heading) === 'path'
        ? guess
        : undefined;
    default:
      return guess;
  }
};

const statusBy = (cells: readonly Cell[], guess: Guess): Guess => {
  const status = guess.key === 'status' ? guess : content('status');
  if (mostly(cells, isShare) || mostly(cells, isWord)) return status;
  if (mostly(cells, isTime)) return content('standOn');
  return mostly(cells, ({ text }) => text.length > 40) ? content('statusReport') : status;
};

/** Enough rows to see what a column is used for; a wrong date among few is a wrong date. */
const enough = 3;

/** A column of dates that mostly tells of conditions is one of words, and „Abgeschlossen“ may be yes or no. */
const datesBy = (cells: readonly Cell[], guess: Guess): Guess | undefined => {
  const told = cells.filter(({ text }) => !isNothing(text));
  const unread = told.filter((cell) => !isTime(cell) && !/^\d{5}$/.test(cell.text.trim()));
  if (unread.length < enough || unread.length < told.length / 2) return guess;
  const isFact = guess.key === 'startedOn' || guess.key === 'endedOn';
  if (guess.key === 'endedOn' && mostly(unread, isYesOrNo)) return content('status');
  return !isFact && mostly(unread, ({ text }) => tellsOfTime(text)) ? content('period') : undefined;
};

/** In every row another short text: what the measures are called, whatever stands above. */
export const looksLikeTitles = (cells: readonly Cell[], rowCount: number): boolean => {
  const texts = cells.map(({ text }) => text.trim());
  const length = texts.reduce((sum, { length }) => sum + length, 0) / Math.max(texts.length, 1);
  return (
    texts.length >= enough &&
    texts.length >= rowCount * 0.7 &&
    new Set(texts).size >= texts.length * 0.9 &&
    length >= 8 &&
    length <= 150 &&
    share(cells, ({ text }) => /\p{L}{3}/u.test(text)) >= 0.9 &&
    share(cells, isTime) < 0.1 &&
    share(cells, isWord) < 0.3 &&
    share(cells, ({ text }) => readAmount(text, 'EUR', 2) !== undefined) < 0.1
  );
};
