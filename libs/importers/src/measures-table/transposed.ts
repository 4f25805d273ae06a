import { knownHeading } from './column-words.js';
import { rowsBelow } from './open-sheet.js';
import type { ReadSheet } from './read-sheets.js';

/** Fewer may be measures that are called like a heading. */
const enough = 2;

/** True where measures stand side by side: what should be titles are names of columns, „Stand“, „Zuständig“, „Kosten“. */
export const isTransposed = ({ open, keyAt }: ReadSheet): boolean => {
  const titles = rowsBelow(open).flatMap(({ cells }) =>
    cells.flatMap((cell, column) => (keyAt(column) === 'title' && cell?.text.trim()) || []),
  );
  const named = titles.filter((text) => knownHeading(text)?.whole);
  return named.length >= enough && named.length >= titles.length * 0.6;
};
