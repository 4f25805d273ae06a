import { randomUUID } from 'node:crypto';
import { canonicalJson, type JsonObject } from '../canonical.js';
import type { RecordedEvent } from '../event-store.js';
import type { StoredForm } from '../stored-form.js';
import { withoutText } from '../taken-out.js';
import { bytesOf } from './message-parts.js';
import { positionAt } from './places.js';
import { type Met, givenIn } from './read-message.js';

/** What the server's own tools follow causes by: copies of ours, added when written, taken off when read. */
const CAUSATION = '$causationId';
const CORRELATION = '$correlationId';

/** Ids of events whose text was taken out. */
export type TakenOutIds = ReadonlySet<string>;

/** As it comes back: `data` and `metadata` as they were given. */
export function recorded(met: Met, takenOut: TakenOutIds): RecordedEvent {
  const { revision, id, type, data, metadata } = givenIn(met);
  const read: RecordedEvent = {
    stream: met.stream,
    revision,
    id,
    type,
    data: objectOf(data),
    metadata: withoutCopies(objectOf(metadata)),
    position: positionAt(met.byte),
  };
  return takenOut.has(id) ? withoutText(read) : read;
}

/** As it is sent: byte for byte as we wrote it. */
export interface Sent {
  readonly id: string;
  readonly type: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export const sent = ({ id, type, data, metadata }: StoredForm): Sent => ({
  id,
  type,
  data: bytesOf(data),
  metadata: bytesOf(withCopies(metadata)),
});

/** An entry of our own housekeeping, in a stream that is no part of the log. */
export const note = (type: string, data: JsonObject): Sent => ({
  id: randomUUID(),
  type,
  data: bytesOf(canonicalJson(data)),
  metadata: bytesOf(''),
});

function withCopies(text: string): string {
  if (!text.includes('"causationId":') && !text.includes('"correlationId":')) return text;
  const metadata = JSON.parse(text) as JsonObject;
  const { causationId, correlationId } = metadata;
  const copies: Record<string, string> = {};
  if (typeof causationId === 'string') copies[CAUSATION] = causationId;
  if (typeof correlationId === 'string') copies[CORRELATION] = correlationId;
  return canonicalJson({ ...copies, ...metadata });
}

function withoutCopies(metadata: JsonObject): JsonObject {
  if (!(CAUSATION in metadata) && !(CORRELATION in metadata)) return metadata;
  const { [CAUSATION]: _causation, [CORRELATION]: _correlation, ...own } = metadata;
  return own;
}

/** Strangers may have written something else into a stream with a name of ours: its type will say that we do not know it. */
const objectOf = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
