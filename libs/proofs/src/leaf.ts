import { createHash } from 'node:crypto';
import { canonicalJson, type JsonObject, type RecordedEvent } from '@klimaspur/event-store';

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

const LEAF = Buffer.of(0);
const COMMITMENT = '#';
const SALT = /^[0-9a-f]{32}$/;
const HASH = /^[0-9a-f]{64}$/;

/**
 * SHA-256 of the event, in lower-case hex. What a person typed counts only by a salted commitment: text and salt can be
 * taken out together and the leaf stays, while without the salt nobody can try out what the text was.
 * Throws NotALeaf.
 */
export function leafHash(event: Leafed): string {
  const { stream, revision, id, type } = event;
  const { salt, ...metadata } = event.metadata;
  const data = salt === undefined ? committedData(event) : commitData(event, salt);
  const text = canonicalJson({ stream, revision, id, type, data, metadata });
  return createHash('sha256').update(LEAF).update(text).digest('hex');
}

/** The event with its text taken out: what remains of it after a redaction. Its leaf is the same. */
export function withoutText<Event extends Leafed>(event: Event): Event {
  const { salt, ...metadata } = event.metadata;
  if (salt === undefined) return event;
  return { ...event, data: commitData(event, salt), metadata };
}

/** `{"#": …}`: binds to a text without giving it away. `salt` is 16 bytes in hex. */
export function commitment(text: unknown, salt: string): { readonly '#': string } {
  const hash = createHash('sha256').update(Buffer.from(salt, 'hex')).update(canonicalJson(text));
  return { [COMMITMENT]: hash.digest('hex') };
}

function commitData({ id, data }: Leafed, salt: unknown): JsonObject {
  if (typeof salt !== 'string' || !SALT.test(salt)) {
    throw new NotALeaf(id, 'its salt is not 16 bytes in hex');
  }
  if (!isObject(data['text'])) throw new NotALeaf(id, 'it has a salt but no text');
  if (COMMITMENT in data['text']) throw new NotALeaf(id, 'its text has the reserved key #');
  return { ...data, text: commitment(data['text'], salt) };
}

function committedData({ id, data }: Leafed): JsonObject {
  const { text } = data;
  if (text !== undefined && !isCommitment(text)) throw new NotALeaf(id, 'it has text but no salt');
  return data;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCommitment = (value: unknown): boolean =>
  isObject(value) &&
  Object.keys(value).length === 1 &&
  typeof value[COMMITMENT] === 'string' &&
  HASH.test(value[COMMITMENT]);
