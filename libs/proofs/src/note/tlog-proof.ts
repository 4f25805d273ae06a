import { hashLength } from '../merkle/hashing.js';
import { fromBase64, NotANote, toBase64 } from './note.js';

/** „This entry is in that log“ in one text that needs nothing else, as C2SP tlog-proof says. */
export interface TlogProof {
  readonly index: number;
  readonly path: readonly Uint8Array[];
  /** The signed checkpoint, to the byte. */
  readonly checkpoint: string;
}

const HEAD = 'c2sp.org/tlog-proof@v1';

export const writeTlogProof = ({ index, path, checkpoint }: TlogProof): string =>
  [HEAD, `index ${index}`, ...path.map(toBase64), '', checkpoint].join('\n');

/** Throws NotANote. What the proof may say beside is left aside: nobody has signed it. */
export const parseTlogProof = (source: string): TlogProof => {
  const split = source.indexOf('\n\n');
  const [head, ...lines] = source.slice(0, Math.max(split, 0)).split('\n');
  if (split < 0 || head !== HEAD) throw new NotANote('This is no proof of an entry.');
  if (lines[0]?.startsWith('extra ')) lines.shift();
  const [first = '', ...hashes] = lines;
  const index = Number(/^index (0|[1-9][0-9]*)$/.exec(first)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(index)) throw new NotANote('The proof does not say which entry.');
  const path = hashes.map((line) => {
    const hash = fromBase64(line);
    if (hash?.length !== hashLength) throw new NotANote('The proof holds what is no hash.');
    return hash;
  });
  return { index, path, checkpoint: source.slice(split + 2) };
};
