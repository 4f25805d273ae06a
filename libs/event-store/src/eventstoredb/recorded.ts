import type { RecordedEvent as ServerEvent } from '@eventstore/db-client';
import type { JsonObject } from '../canonical.js';
import type { RecordedEvent } from '../event-store.js';
import type { StoredForm } from '../stored-form.js';
import { withoutText } from '../taken-out.js';
import { positionAt } from './places.js';

/** What the server's own tools follow causes by: copies of ours, added when written, taken off when read. */
const CAUSATION = '$causationId';
const CORRELATION = '$correlationId';

/** Ids of events whose text was taken out. */
export type TakenOutIds = ReadonlySet<string>;

/** As it comes back: `data` and `metadata` as they were given. */
export function recorded(event: ServerEvent, takenOut: TakenOutIds): RecordedEvent {
  const { streamId, revision, id, type, position } = event;
  const read: RecordedEvent = {
    stream: streamId,
    revision: Number(revision),
    id,
    type,
    data: objectOf(event.data),
    metadata: withoutCopies(objectOf(event.metadata)),
    position: positionAt(position?.commit ?? 0n),
  };
  return takenOut.has(id) ? withoutText(read) : read;
}

/** As it is sent. The text of the metadata is written by us, since the client takes bytes there. */
export function sent({ id, type, data, metadata }: StoredForm): {
  readonly id: string;
  readonly type: string;
  readonly contentType: 'application/json';
  readonly data: JsonObject;
  readonly metadata: JsonObject | undefined;
} {
  return {
    id,
    type,
    contentType: 'application/json',
    data: JSON.parse(data) as JsonObject,
    metadata: withCopies(JSON.parse(metadata) as JsonObject),
  };
}

function withCopies(metadata: JsonObject): JsonObject {
  const { causationId, correlationId } = metadata;
  const copies: Record<string, string> = {};
  if (typeof causationId === 'string') copies[CAUSATION] = causationId;
  if (typeof correlationId === 'string') copies[CORRELATION] = correlationId;
  return { ...copies, ...metadata };
}

function withoutCopies(metadata: JsonObject): JsonObject {
  if (!(CAUSATION in metadata) && !(CORRELATION in metadata)) return metadata;
  const { [CAUSATION]: _causation, [CORRELATION]: _correlation, ...own } = metadata;
  return own;
}

/** Strangers may have written something else into a stream with a name of ours: its type will say that we do not know it. */
const objectOf = (value: unknown): JsonObject =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Uint8Array)
    ? (value as JsonObject)
    : {};
