import { hashLength } from '../merkle/hashing.js';
import { fromBase64, NotANote, toBase64 } from './note.js';

/** „So many entries, and this root“: what a log says about itself at one moment, as C2SP tlog-checkpoint says. */
export interface Checkpoint {
  /** Which log it is; one line. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** Lines that others may add; kept as they are. */
  readonly extensions: readonly string[];
}

/** The text that is signed. */
export const writeCheckpoint = ({ origin, size, root, extensions }: Checkpoint): string =>
  [origin, String(size), toBase64(root), ...extensions].map((line) => `${line}\n`).join('');

/** Throws NotANote. */
export const parseCheckpoint = (text: string): Checkpoint => {
  const lines = text.split('\n');
  const [origin = '', count = '', encoded = '', ...extensions] = lines.slice(0, -1);
  if (lines.at(-1) !== '' || origin === '') throw new NotANote('The checkpoint names no log.');
  const size = Number(count);
  if (!/^(0|[1-9][0-9]*)$/.test(count) || !Number.isSafeInteger(size)) {
    throw new NotANote('The checkpoint has no size.');
  }
  const root = fromBase64(encoded);
  if (root?.length !== hashLength) throw new NotANote('The checkpoint has no root.');
  if (extensions.includes('')) throw new NotANote('The checkpoint has an empty line.');
  return { origin, size, root, extensions };
};
