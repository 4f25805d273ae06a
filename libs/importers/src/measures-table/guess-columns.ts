import { type Cell, columnLetters, isBlank, type TableRow } from '../tables/table.js';
import { ownEntry } from '../own-entry.js';
import {
  areShares,
  byContent,
  type Guess,
  looksLikeTitles,
  readableShare,
} from './column-content.js';
import type { ColumnMapping, ColumnTarget } from './column-mapping.js';
import {
  type ColumnKey,
  computedHeadings,
  isOwnId,
  knownHeading,
  likelyHeading,
  ownHeading,
  personHeading,
  personalHeading,
  plainHeading,
} from './column-words.js';
import { isTick, isTickColumn } from './tick-columns.js';

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

/** A column on the way to what it is taken for. */
interface Column {
  readonly heading: string;
  readonly cells: readonly Cell[];
  readonly asked: ColumnTarget | undefined;
  readonly outside: 'computed' | 'personal' | undefined;
  guess: Guess | undefined;
  /** Named by a state, with crosses below. */
  ticks?: true;
  taken?: true;
}

const sampleCount = 3;
const sampleLength = 60;

/** True for a file that Klimaspur wrote. */
export const isOwnSheet = (names: readonly string[], { columns = {} }: ColumnMapping): boolean =>
  names.some((name) => {
    const asked = ownEntry(columns, name);
    return asked === 'id' || (asked === undefined && isOwnId(name));
  });

/** Columns in which several may say something, one below the other. */
const severalFit: ReadonlySet<ColumnKey> = new Set(['remarks', 'partners', 'papers']);

/** What each column of a sheet is, by its heading and by what the first rows hold. */
export const guessColumns = (
  names: readonly string[],
  rows: readonly TableRow[],
  mapping: ColumnMapping,
): GuessedColumn[] => {
  const own = isOwnSheet(names, mapping);
  const columns = names.map((heading, index): Column => {
    const cells = rows.flatMap(({ cells }) => (isBlank(cells[index]) ? [] : [cells[index]!]));
    const asked = ownEntry(mapping.columns, heading);
    const outside = asked === undefined ? outsideOf(heading, own) : undefined;
    const isOpen = asked === undefined && outside === undefined;
    const guess = own ? ownGuess(heading) : byContent(headingGuess(heading), cells, heading);
    return { heading, cells, asked, outside, guess: isOpen ? guess : undefined };
  });
  if (!own) {
    takeTicks(columns);
    guessMore(columns, rows.length);
  }
  leaveDoubles(columns);
  return columns.map((column, index) => guessed(column, columnLetters(index)));
};

const outsideOf = (heading: string, own: boolean): Column['outside'] => {
  const name = plainHeading(heading);
  if (own && computedHeadings.has(name)) return 'computed';
  return personalHeading.test(name) || personHeading.test(name) ? 'personal' : undefined;
};

/** Left outside because persons stand there. */
export const namesPersons = ({ heading, reason }: GuessedColumn): boolean =>
  reason === 'personal' && personHeading.test(plainHeading(heading));

const ownGuess = (heading: string): Guess | undefined => {
  const key = ownHeading(heading);
  return key && { key, reason: 'heading' };
};

const headingGuess = (heading: string): Guess | undefined => {
  const known = knownHeading(heading);
  const isShare = known?.key === 'status' && /%|prozent|percent/i.test(heading);
  const key = isShare ? 'percent' : known?.key;
  return known && key && { key, reason: known.whole ? 'heading' : 'part' };
};

const isTaken = (columns: readonly Column[], key: ColumnKey) =>
  columns.some(({ asked, guess }) => asked === key || (asked === undefined && guess?.key === key));

/** What a heading may be taken for that is the name of a state. */
const tickable: ReadonlySet<ColumnKey | undefined> = new Set<ColumnKey | undefined>([
  undefined,
  'status',
  'percent',
  'startedOn',
  'endedOn',
]);

/** „offen | begonnen | abgeschlossen“, with a cross in one of them, where no column says the state in words. */
const takeTicks = (columns: readonly Column[]): void => {
  const ticks = columns.filter(
    ({ heading, cells, asked, outside }) =>
      asked === undefined &&
      outside === undefined &&
      tickable.has(headingGuess(heading)?.key) &&
      isTickColumn(heading, cells),
  );
  const inWords = columns.some(
    (column) =>
      !ticks.includes(column) &&
      (column.asked === 'status' ||
        (column.guess?.key === 'status' && readableShare(column.cells) > 0.5)),
  );
  const isUsed = ticks.some(({ cells }) => cells.some(({ text }) => isTick(text)));
  if (inWords || !isUsed || (ticks.length === 1 && ticks[0]?.guess?.key === 'status')) return;
  for (const column of ticks) {
    column.guess = { key: 'status', reason: 'content' };
    column.ticks = true;
  }
};

/** What no heading says as a whole: a word in it, the content of a report, a column that holds only titles. */
const guessMore = (columns: readonly Column[], rowCount: number): void => {
  if (!isTaken(columns, 'status')) {
    const words = columns.find(
      ({ guess, cells }) => guess?.key === 'statusReport' && readableShare(cells) > 0.5,
    );
    if (words) words.guess = { key: 'status', reason: 'content' };
  }
  const states = columns.filter(({ guess }) => guess?.key === 'status');
  const shares = states.find(({ cells }) => areShares(cells));
  if (shares && states.length > 1 && !isTaken(columns, 'percent')) {
    shares.guess = { key: 'percent', reason: 'content' };
  }
  const open = columns.filter(
    ({ asked, outside, guess }) =>
      asked === undefined && outside === undefined && guess === undefined,
  );
  for (const column of open) {
    const key = knownHeading(column.heading) ? undefined : likelyHeading(column.heading);
    if (key === undefined || (isTaken(columns, key) && !severalFit.has(key))) continue;
    if (key === 'status' && readableShare(column.cells) <= 0.5) continue;
    column.guess = byContent({ key, reason: 'part' }, column.cells, column.heading);
  }
  if (isTaken(columns, 'title')) return;
  const titles =
    open.find(({ guess, cells }) => !guess && looksLikeTitles(cells, rowCount)) ??
    columns.find(
      ({ guess, cells }) => guess?.key === 'description' && looksLikeTitles(cells, rowCount),
    );
  if (titles) titles.guess = { key: 'title', reason: 'content' };
};

const yearIn = (heading: string): number => Number(/\b20\d\d\b/.exec(heading)?.[0] ?? 0);

/** Of columns of states, the one whose words are known; of several years, the last, before them the one of no year. */
const rankOf = ({ heading, cells }: Column, key: ColumnKey): number => {
  // Beside „Maßnahme“ a „Name“ is that of a person.
  if (key === 'title') return plainHeading(heading) === 'name' ? 0 : 1;
  const share = key === 'status' ? readableShare(cells) : 1;
  const isPresent = knownHeading(heading)?.whole && yearIn(heading) === 0;
  return (share > 0.5 ? (isPresent ? 9999 : yearIn(heading)) : 0) + share;
};

/** Columns that tell the state too, beside the one that is read. */
export const statesBeside = (columns: readonly GuessedColumn[]): string[] =>
  columns.flatMap(({ heading, reason }) =>
    reason === 'taken' && knownHeading(heading)?.key === 'status' ? [heading] : [],
  );

/** One column for each meaning: that of the user, else the best, else the first. */
const leaveDoubles = (columns: readonly Column[]): void => {
  const asked = new Set(columns.flatMap((column) => column.asked ?? []));
  const groups = Map.groupBy(
    columns.filter(({ guess }) => guess && !severalFit.has(guess.key)),
    ({ guess }) => guess!.key,
  );
  for (const [key, group] of groups) {
    const ranks = group.map((column) => rankOf(column, key));
    const best = asked.has(key) ? undefined : group[ranks.indexOf(Math.max(...ranks))];
    const isTicked = group.some(({ ticks }) => ticks);
    for (const column of group) {
      if (isTicked ? !column.ticks : column !== best) column.taken = true;
    }
  }
};

const guessed = (column: Column, letter: string): GuessedColumn => {
  const { heading, cells, asked, outside, guess, taken } = column;
  const samples = cells.slice(0, sampleCount).map(({ text }) => text.trim().slice(0, sampleLength));
  const base = { letter, heading, samples };
  if (asked !== undefined) return { ...base, target: asked, confidence: 1, reason: 'asked' };
  if (guess === undefined || taken) {
    const reason = outside ?? (taken ? 'taken' : 'unknown');
    return { ...base, target: null, confidence: 0, reason };
  }
  const { key, reason } = guess;
  return { ...base, target: key, confidence: confidence[reason], reason };
};
