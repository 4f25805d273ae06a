/** Cells merged into one: columns from 0, rows as a spreadsheet counts, both ends within. */
export interface Merge {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const mergeLimit = 50_000;
const pattern =
  /<(?:\w+:)?mergeCell\s[^>]*?ref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"/g;

/** A → 0, AA → 26. */
export const columnIndex = (letters: string): number => {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
};

/**
 * Which cells of a sheet are merged. The file says so behind its rows, so the text is looked through once
 * before the rows are read; a sign of this kind cannot stand inside a cell.
 */
export const mergesOf = (chunks: Iterable<Uint8Array>): Merge[] => {
  const merges: Merge[] = [];
  const decoder = new TextDecoder();
  let rest = '';
  for (const chunk of chunks) {
    const text = rest + decoder.decode(chunk, { stream: true });
    for (const [, left = '', top, right = '', bottom] of text.matchAll(pattern)) {
      if (merges.length >= mergeLimit) return merges;
      merges.push({
        left: columnIndex(left),
        right: columnIndex(right),
        top: Number(top),
        bottom: Number(bottom),
      });
    }
    rest = text.slice(text.lastIndexOf('>') + 1).slice(-1000);
  }
  return merges.sort((a, b) => a.top - b.top);
};
