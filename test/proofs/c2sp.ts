// A reader of C2SP signed-note, tlog-checkpoint and tlog-proof, written from those texts alone and with nothing of ours:
// what it accepts, anybody else's program accepts.
import { createHash, createPublicKey, verify } from 'node:crypto';

export interface VerifierKey {
  readonly name: string;
  readonly id: string;
  readonly publicKey: Buffer;
}

export interface ReadCheckpoint {
  readonly origin: string;
  readonly size: bigint;
  readonly root: Buffer;
}

const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

const base64 = (text: string): Buffer => {
  const bytes = Buffer.from(text, 'base64');
  must(bytes.toString('base64') === text, 'not standard base64');
  return bytes;
};

/** `name+hex id+base64(0x01 ‖ key)`, as tools for signed notes write a verifier key. */
export const readKey = (vkey: string): VerifierKey => {
  const [name = '', id = '', ...encoded] = vkey.split('+');
  const bytes = base64(encoded.join('+'));
  must(name !== '' && !/\s/u.test(name), 'a key without a proper name');
  must(bytes.length === 33 && bytes[0] === 1, 'no Ed25519 key');
  const computed = sha256(name, Buffer.of(0x0a), bytes).subarray(0, 4).toString('hex');
  must(computed === id, 'the id is not that of the key');
  return { name, id, publicKey: bytes.subarray(1) };
};

const isSigned = (text: string, { publicKey }: VerifierKey, signature: Buffer): boolean => {
  const x = publicKey.toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, Buffer.from(text), key, signature);
};

/** The text of a note that the key has signed. */
export const openNote = (note: string, key: VerifierKey): string => {
  // eslint-disable-next-line no-control-regex
  must(!/[\u0000-\u0009\u000b-\u001f]/.test(note), 'a control character');
  const at = note.lastIndexOf('\n\n');
  must(at > 0 && note.endsWith('\n'), 'no signatures');
  const text = note.slice(0, at + 1);
  const lines = note.slice(at + 2, -1).split('\n');
  let verified = 0;
  for (const line of lines) {
    const parts = line.split(' ');
    must(parts.length === 3 && parts[0] === '\u2014', 'no signature line');
    const bytes = base64(parts[2]!);
    must(bytes.length > 4, 'a signature without bytes');
    const isOurs = parts[1] === key.name && bytes.subarray(0, 4).toString('hex') === key.id;
    if (!isOurs) continue;
    must(isSigned(text, key, bytes.subarray(4)), 'a signature of the key does not verify');
    verified += 1;
  }
  must(verified > 0, 'not signed by the key');
  return text;
};

export const readCheckpoint = (note: string, key: VerifierKey): ReadCheckpoint => {
  const lines = openNote(note, key).slice(0, -1).split('\n');
  must(lines.length >= 3 && !lines.includes(''), 'fewer than three lines, or an empty one');
  const [origin, size, root] = lines as [string, string, string];
  must(/^(0|[1-9][0-9]*)$/.test(size), 'no size');
  const hash = base64(root);
  must(hash.length === 32, 'no root');
  return { origin, size: BigInt(size), root: hash };
};

/** RFC 6962 2.1.1: the root that follows from a leaf and its path, the whole way up. */
const rootFrom = (leaf: Buffer, index: bigint, size: bigint, path: Buffer[]): Buffer => {
  must(index < size, 'an index beyond the log');
  if (size === 1n) {
    must(path.length === 0, 'a path that is too long');
    return leaf;
  }
  must(path.length > 0, 'a path that is too short');
  let split = 1n;
  while (split * 2n < size) split *= 2n;
  const sibling = path.at(-1)!;
  const below = path.slice(0, -1);
  return index < split
    ? sha256(Buffer.of(1), rootFrom(leaf, index, split, below), sibling)
    : sha256(Buffer.of(1), sibling, rootFrom(leaf, index - split, size - split, below));
};

/** Throws unless the leaf is in the log that the key speaks for. */
export const checkProof = (proof: string, key: VerifierKey, leaf: Buffer): ReadCheckpoint => {
  const at = proof.indexOf('\n\n');
  const lines = proof.slice(0, at).split('\n');
  must(lines.shift() === 'c2sp.org/tlog-proof@v1', 'not a proof');
  if (lines[0]!.startsWith('extra ')) lines.shift();
  const index = /^index (0|[1-9][0-9]*)$/.exec(lines.shift() ?? '')?.[1];
  must(index !== undefined, 'no index');
  const path = lines.map(base64);
  must(
    path.every(({ length }) => length === 32),
    'what is no hash',
  );
  const checkpoint = readCheckpoint(proof.slice(at + 2), key);
  const root = rootFrom(leaf, BigInt(index!), checkpoint.size, path);
  must(root.equals(checkpoint.root), 'another root');
  return checkpoint;
};

/** Of an event, as docs/events.md says; JSON.stringify with sorted keys is RFC 8785 for what our logs hold. */
export const leafOf = (event: {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>>;
}): Buffer => {
  const { salt, ...metadata } = event.metadata;
  const { text } = event.data;
  const data =
    typeof salt === 'string'
      ? {
          ...event.data,
          text: { '#': sha256(Buffer.from(salt, 'hex'), sorted(text)).toString('hex') },
        }
      : event.data;
  return sha256(Buffer.of(0), sorted({ ...event, data, metadata }));
};

const sorted = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${sorted(one)}`).join(',')}}`;
};
