import { toHex } from '../hex.js';
import type { Sha256 } from '../merkle/hashing.js';

/** A text with signatures below it, as C2SP signed-note says. */
export interface Note {
  /** Ends with a line break. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  /** Of the key, such as `musterstadt.example/klimaspur`. */
  readonly name: string;
  /** First four bytes of SHA-256(name ‖ "\n" ‖ 0x01 ‖ public key). */
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

/** A public Ed25519 key with its name: who may have signed. */
export interface NoteKey {
  readonly name: string;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** A text that is no note, no checkpoint, or no key. */
export class NotANote extends Error {
  readonly code = 'proofs/not-a-note';

  constructor(reason: string) {
    super(reason);
    this.name = 'NotANote';
  }
}

/** Type byte of Ed25519 in C2SP signed-note. */
const ED25519 = 1;
const keyIdLength = 4;
const keyName = /^[^\s+]+$/u;
const signatureLine = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u;
/** Nobody sees it, and what is signed must be what is read. */
const hidden = /[^\P{Cc}\n]/u;

/** Throws NotANote. */
export const parseNote = (source: string): Note => {
  if (!source.isWellFormed()) throw new NotANote('The note is not well-formed text.');
  if (hidden.test(source)) throw new NotANote('The note holds a control character.');
  const split = source.lastIndexOf('\n\n');
  if (split < 0 || !source.endsWith('\n')) {
    throw new NotANote('The note has no empty line before its signatures.');
  }
  const lines = source.slice(split + 2, -1).split('\n');
  return { text: source.slice(0, split + 1), signatures: lines.map(parseSignature) };
};

const parseSignature = (line: string): NoteSignature => {
  const [, name, encoded] = signatureLine.exec(line) ?? [];
  const bytes = encoded === undefined ? undefined : fromBase64(encoded);
  if (name === undefined || !bytes || bytes.length <= keyIdLength) {
    throw new NotANote(`This is no signature: ${line.slice(0, 80)}`);
  }
  return { name, keyId: bytes.slice(0, keyIdLength), signature: bytes.slice(keyIdLength) };
};

export const writeNote = ({ text, signatures }: Note): string =>
  `${text}\n${signatures
    .map(({ name, keyId, signature }) => `— ${name} ${toBase64([...keyId, ...signature])}\n`)
    .join('')}`;

export const keyIdOf = (sha256: Sha256, { name, publicKey }: NoteKey): Uint8Array => {
  const named = new TextEncoder().encode(`${name}\n`);
  return sha256(Uint8Array.from([...named, ED25519, ...publicKey])).slice(0, keyIdLength);
};

/** `name+keyid+key`, as it is handed to whoever wants to check. */
export const writeKey = (sha256: Sha256, key: NoteKey): string =>
  `${key.name}+${toHex(keyIdOf(sha256, key))}+${toBase64([ED25519, ...key.publicKey])}`;

/** Throws NotANote. */
export const parseKey = (sha256: Sha256, source: string): NoteKey => {
  const [name = '', id = '', ...rest] = source.trim().split('+');
  const bytes = fromBase64(rest.join('+'));
  if (!keyName.test(name) || bytes?.length !== 33 || bytes[0] !== ED25519) {
    throw new NotANote('This is no public key of a log.');
  }
  const key = { name, publicKey: bytes.slice(1) };
  if (toHex(keyIdOf(sha256, key)) !== id) throw new NotANote('The key and its id do not fit.');
  return key;
};

/** Checks one Ed25519 signature; the server and the browser each bring their own. */
export type VerifyEd25519 = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>;

/** True where the key has signed the note. A broken signature under the name of the key makes it false, whatever else is there. */
export const isSignedBy = async (
  { sha256, verify }: { readonly sha256: Sha256; readonly verify: VerifyEd25519 },
  { text, signatures }: Note,
  key: NoteKey,
): Promise<boolean> => {
  const id = toHex(keyIdOf(sha256, key));
  const own = signatures.filter(({ name, keyId }) => name === key.name && toHex(keyId) === id);
  const message = new TextEncoder().encode(text);
  const verdicts = await Promise.all(
    own.map(({ signature }) => verify(key.publicKey, message, signature)),
  );
  return verdicts.length > 0 && verdicts.every(Boolean);
};

export const toBase64 = (bytes: Iterable<number>): string =>
  btoa([...bytes].map((byte) => String.fromCharCode(byte)).join(''));

/** Undefined for what is no base64 in its one right form. */
export const fromBase64 = (source: string): Uint8Array | undefined => {
  try {
    const bytes = Uint8Array.from(atob(source), (char) => char.charCodeAt(0));
    return toBase64(bytes) === source ? bytes : undefined;
  } catch {
    return undefined;
  }
};
