/** How wide a text is in a given type. */
export type Measure = (text: string) => number;

/** A text in lines. `split`: a word had to be divided; `cut`: not everything fitted. */
export interface Wrapped {
  readonly lines: readonly string[];
  readonly split: boolean;
  readonly cut: boolean;
}

export interface Frame {
  readonly width: number;
  readonly lines: number;
  readonly measure: Measure;
  /** The syllables of a word, joined by soft hyphens. */
  readonly hyphenate: (word: string) => string;
}

const ELLIPSIS = '…';
const SOFT_HYPHEN = '\u00AD';

/** Fills lines one after the other. A word is divided only where it is longer than a whole line. */
export const wrap = (text: string, frame: Frame): Wrapped => {
  const { width, measure } = frame;
  const lines: string[] = [];
  let line = '';
  let split = false;
  const next = () => {
    lines.push(line);
    line = '';
  };
  for (const { part, glue } of partsOf(text)) {
    const joined = line === '' ? part : line + glue + part;
    if (measure(joined) <= width) {
      line = joined;
    } else if (measure(part) <= width) {
      next();
      line = part;
    } else {
      split = true;
      const [first = '', ...rest] = divide(part, line === '' ? '' : line + glue, frame);
      line = first === '' ? line : first;
      for (const piece of rest) {
        next();
        line = piece;
      }
    }
  }
  if (line !== '') lines.push(line);
  return lines.length <= frame.lines
    ? { lines, split, cut: false }
    : { lines: cutOff(lines, frame), split, cut: true };
};

/** Words, and the parts of those that are written with a hyphen or a stroke. */
const partsOf = (text: string): { part: string; glue: string }[] =>
  text
    .split(/[ \n]+/)
    .filter((word) => word !== '')
    .flatMap((word) =>
      word
        .split(/(?<=[\p{L}\p{N}][-/–]+)(?=[\p{L}\p{N}])/u)
        .map((part, index) => ({ part, glue: index === 0 ? ' ' : '' })),
    );

/** A word over several lines, the first behind what is on the line already; empty: nothing fits there. */
const divide = (word: string, before: string, { width, measure, hyphenate }: Frame): string[] => {
  const lines: string[] = [];
  let line = before;
  let rest = pieces(hyphenate(word), (piece) => measure(`${piece}-`) <= width);
  while (rest.length > 0) {
    let taken = rest.length;
    while (taken > 0 && measure(joinedPieces(line, rest, taken)) > width) taken -= 1;
    if (taken === 0 && line === '') taken = 1;
    lines.push(taken === 0 ? '' : joinedPieces(line, rest, taken));
    line = '';
    rest = rest.slice(taken);
  }
  return lines;
};

const joinedPieces = (line: string, rest: readonly string[], taken: number): string =>
  line + rest.slice(0, taken).join('') + (taken < rest.length ? '-' : '');

/** Syllables; one that fits no line falls into letters. */
const pieces = (hyphenated: string, fits: (piece: string) => boolean): string[] =>
  hyphenated
    .split(SOFT_HYPHEN)
    .flatMap((piece) => (fits(piece) ? [piece] : [...piece]))
    .filter((piece) => piece !== '');

const cutOff = (lines: readonly string[], { width, lines: most, measure }: Frame): string[] => {
  const kept = lines.slice(0, most);
  let last = (kept.pop() ?? '').replace(/-$/, '');
  while (last !== '' && measure(last + ELLIPSIS) > width) last = [...last].slice(0, -1).join('');
  return [...kept, last.replace(/[\s,;:–-]+$/, '') + ELLIPSIS];
};
