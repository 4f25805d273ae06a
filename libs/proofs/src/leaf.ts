import { canonicalJson, type JsonObject, type RecordedEvent } from '@klimaspur/event-store';
import { fromHex, toHex } from './hex.js';
import type { Sha256 } from './merkle/hashing.js';

/** What the leaf covers: where the event lies in the log is left out, so that a log can move house. */
export type Leafed = Pick<
  RecordedEvent,
  'stream' | 'revision' | 'id' | 'type' | 'data' | 'metadata'
>;

/** An event that no honest log holds: its text and its salt do not fit together. */
export class NotALeaf extends Error {
  readonly code = 'proofs/not-a-leaf';

  constructor(
    readonly eventId: string,
    reason: string,
  ) {
    super(`Event ${eventId} has no leaf: ${reason}`);
    this.name = 'NotALeaf';
  }
}

/** The rule of the leaf. The server computes with Node's SHA-256, a page in the browser with its own. */
export interface Leaves {
  /**
   * SHA-256 of the event, in lower-case hex. What a person typed counts only by a salted commitment: text and salt can
   * be taken out together and the leaf stays, while without the salt nobody can try out what the text was.
   * Throws NotALeaf.
   */
  leafHash(event: Leafed): string;
  /** The event with its text taken out: what remains of it after a redaction. Its leaf is the same. */
  withoutText<Event extends Leafed>(event: Event): Event;
  /** `{"#": …}`: binds to a text without giving it away. `salt` is 16 bytes in hex. */
  commitment(text: unknown, salt: string): { readonly '#': string };
}

/** The byte that RFC 6962 puts before an entry, as the character that UTF-8 writes as this byte. */
const LEAF = '\0';
const COMMITMENT = '#';
const SALT_BYTES = 16;
const SALT = /^[0-9a-f]{32}$/;
const HASH = /^[0-9a-f]{64}$/;

export function leavesWith(sha256: Sha256): Leaves {
  const encoder = new TextEncoder();
  const commitment = (text: unknown, salt: string) => {
    const bytes = encoder.encode(`${' '.repeat(SALT_BYTES)}${canonicalJson(text)}`);
    bytes.set(fromHex(salt));
    return { [COMMITMENT]: toHex(sha256(bytes)) } as { readonly '#': string };
  };
  const commitData = ({ id, data }: Leafed, salt: unknown): JsonObject => {
    if (typeof salt !== 'string' || !SALT.test(salt)) {
      throw new NotALeaf(id, 'its salt is not 16 bytes in hex');
    }
    if (!isObject(data['text'])) throw new NotALeaf(id, 'it has a salt but no text');
    if (COMMITMENT in data['text']) throw new NotALeaf(id, 'its text has the reserved key #');
    return { ...data, text: commitment(data['text'], salt) };
  };
  return {
    commitment,
    leafHash(event) {
      const { stream, revision, id, type } = event;
      const { salt, ...metadata } = event.metadata;
      const data = salt === undefined ? committedData(event) : commitData(event, salt);
      const text = canonicalJson({ stream, revision, id, type, data, metadata });
      return toHex(sha256(encoder.encode(LEAF + text)));
    },
    withoutText(event) {
      const { salt, ...metadata } = event.metadata;
      if (salt === undefined) return event;
      return { ...event, data: commitData(event, salt), metadata };
    },
  };
}

function committedData({ id, data }: Leafed): JsonObject {
  const { text } = data;
  if (text !== undefined && !isCommitment(text)) throw new NotALeaf(id, 'it has text but no salt');
  return data;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a text leaves behind when it is taken out. */
export const isCommitment = (value: unknown): boolean =>
  isObject(value) &&
  Object.keys(value).length === 1 &&
  typeof value[COMMITMENT] === 'string' &&
  HASH.test(value[COMMITMENT]);
