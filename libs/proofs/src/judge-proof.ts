import { type Leafed, type Leaves, leavesWith, NotALeaf } from './leaf.js';
import { fromHex, toHex } from './hex.js';
import { sameHash, type Sha256 } from './merkle/hashing.js';
import { isIncluded } from './merkle/verify.js';
import { type Checkpoint, parseCheckpoint } from './note/checkpoint.js';
import {
  isSignedBy,
  NotANote,
  type NoteKey,
  parseKey,
  parseNote,
  type VerifyEd25519,
} from './note/note.js';
import { parseTlogProof } from './note/tlog-proof.js';

/** What a machine brings for checking: the server Node's, a page in the browser its own. */
export interface Tools {
  readonly sha256: Sha256;
  readonly verify: VerifyEd25519;
}

/** What whoever checks knows from elsewhere. */
export interface Known {
  /** Who must have signed, as C2SP writes keys. */
  readonly key?: string | undefined;
  /** A signed checkpoint of the same log. */
  readonly checkpoint?: string | undefined;
}

/**
 * What is wrong with a proof: it is none (`no-json`, `no-proof`, `unreadable`); `other-key`: another key than the known one;
 * `forged`: that key has not signed it; `other-log`: it is signed for another log; `no-leaf`: text and salt of the entry
 * do not fit; `path-length`: the path is not one to this place; `not-included`: entry and path do not lead to what was signed;
 * `contradicts`: the same log has signed something else for as many entries.
 */
export type ProofFault =
  | 'no-json'
  | 'no-proof'
  | 'unreadable'
  | 'other-key'
  | 'forged'
  | 'other-log'
  | 'no-leaf'
  | 'path-length'
  | 'not-included'
  | 'contradicts';

/** An entry that is proven to be in the log, or its leaf alone. */
export interface Proven {
  readonly ok: true;
  readonly index: number;
  /** How many entries the log had when it was signed. */
  readonly size: number;
  readonly root: string;
  readonly leaf: string;
  readonly event: Leafed | undefined;
  readonly key: string;
  /** Nobody but the proof itself says whose key it is. */
  readonly isKeyUnknown: boolean;
}

export interface Refuted {
  readonly ok: false;
  readonly fault: ProofFault;
  readonly detail?: string;
}

class Wrong extends Error {
  constructor(
    readonly fault: ProofFault,
    readonly detail?: string,
  ) {
    super(fault);
  }
}

/** What a log had come to when it was signed. */
export interface SignedHead extends Checkpoint {
  readonly ok: true;
}

/** Judges a proof file of one entry. Asks nobody. */
export const judgeProof = (
  tools: Tools,
  source: string,
  known: Known = {},
): Promise<Proven | Refuted> => judged(() => proven(tools, source, known));

/** Judges the head of a file with proofs. */
export const judgeSigned = (
  tools: Tools,
  note: string,
  key: string,
  known: Known = {},
): Promise<SignedHead | Refuted> =>
  judged(async () => ({ ok: true, ...(await signedBy(tools, note, key, known)) }));

const judged = async <Good>(judge: () => Promise<Good>): Promise<Good | Refuted> => {
  try {
    return await judge();
  } catch (error) {
    if (error instanceof Wrong) {
      const { fault, detail } = error;
      return { ok: false, fault, ...(detail !== undefined && { detail }) };
    }
    if (error instanceof NotANote) return { ok: false, fault: 'unreadable', detail: error.message };
    throw error;
  }
};

const proven = async (tools: Tools, source: string, known: Known): Promise<Proven> => {
  const file = objectIn(source);
  const { proof, key, event, leaf: given } = file;
  if (typeof proof !== 'string' || typeof key !== 'string') throw new Wrong('no-proof');
  const { index, path, checkpoint: note } = parseTlogProof(proof);
  const { size, root } = await signedBy(tools, note, key, known);
  const leaf = event === undefined ? leafIn(given) : leafOf(leavesWith(tools.sha256), event);
  const claim = { index, size, leaf, proof: path, root };
  if (!isIncluded(tools.sha256, claim)) {
    throw new Wrong(path.length === lengthOfPath(index, size) ? 'not-included' : 'path-length');
  }
  return {
    ok: true,
    index,
    size,
    root: toHex(root),
    leaf: toHex(leaf),
    event: event as Leafed | undefined,
    key,
    isKeyUnknown: known.key === undefined,
  };
};

/** The checkpoint of a note, where the key that is known, or else the one that came with it, has signed it. */
const signedBy = async (
  tools: Tools,
  note: string,
  key: string,
  known: Known = {},
): Promise<Checkpoint> => {
  if (known.key !== undefined && known.key.trim() !== key.trim()) throw new Wrong('other-key');
  const signer = parseKey(tools.sha256, key);
  const checkpoint = await openNote(tools, note, signer);
  const other = known.checkpoint && (await openNote(tools, known.checkpoint, signer));
  if (other && other.size === checkpoint.size && !sameHash(other.root, checkpoint.root)) {
    throw new Wrong('contradicts');
  }
  return checkpoint;
};

const openNote = async (tools: Tools, note: string, key: NoteKey): Promise<Checkpoint> => {
  const parsed = parseNote(note);
  const checkpoint = parseCheckpoint(parsed.text);
  if (checkpoint.origin !== key.name) throw new Wrong('other-log');
  if (!(await isSignedBy(tools, parsed, key))) throw new Wrong('forged');
  return checkpoint;
};

const objectIn = (source: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(source);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    throw new Wrong('no-json');
  }
  throw new Wrong('no-proof');
};

const leafIn = (given: unknown): Uint8Array => {
  if (typeof given !== 'string' || !/^[0-9a-f]{64}$/.test(given)) throw new Wrong('no-proof');
  return fromHex(given);
};

const leafOf = ({ leafHash }: Leaves, event: unknown): Uint8Array => {
  try {
    return fromHex(leafHash(event as Leafed));
  } catch (error) {
    if (error instanceof NotALeaf) throw new Wrong('no-leaf', error.message);
    // What no log stores has no leaf either.
    if (error instanceof TypeError || (error as { code?: string }).code === 'log/not-storable') {
      throw new Wrong('no-leaf', (error as Error).message);
    }
    throw error;
  }
};

/** How many hashes lead from a place to the root. */
const lengthOfPath = (index: number, size: number): number => {
  let length = 0;
  for (
    let at = index, last = size - 1;
    last > 0;
    at = Math.floor(at / 2), last = Math.floor(last / 2)
  ) {
    if (at % 2 === 1 || at !== last) length += 1;
  }
  return length;
};
