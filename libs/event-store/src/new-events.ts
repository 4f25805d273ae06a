import type { JsonObject } from './canonical.js';
import { eventId, policyEventId } from './event-id.js';
import type { NewEvent } from './event-store.js';
import { NotStorable } from './log-error.js';
import { randomHex } from './random-hex.js';
import { requestOf } from './request.js';
import type { Decided, Write } from './write.js';

const SALT_BYTES = 16;

/** The id of a write's nth event: from the command, or for a policy from its source event. */
export const eventIdOf = ({ sourceEventId, commandId, stream }: Write, n: number): string =>
  sourceEventId === undefined
    ? eventId(commandId, stream, n)
    : policyEventId(sourceEventId, stream, n);

/** What was decided, with everything the log keeps about who, when and why. */
export const eventsOf = (write: Write, decided: readonly Decided[]): NewEvent[] =>
  decided.map(({ type, data, occurredOn, schemaVersion }, n) => ({
    id: eventIdOf(write, n),
    type,
    data: withoutReservedKey(data as JsonObject),
    // In the order in which canonical JSON writes them: sorting what is sorted costs less.
    metadata: {
      actor: { ...write.actor },
      causationId: write.causationId,
      commandId: write.commandId,
      correlationId: write.correlationId,
      occurredOn,
      recordedAt: write.now,
      request: n === 0 ? requestOf(write) : undefined,
      salt: 'text' in data && data.text !== undefined ? randomHex(SALT_BYTES) : undefined,
      schemaVersion,
    },
  }));

// `{"#": …}` in place of a text means: taken out. Nobody may type it.
function withoutReservedKey(data: JsonObject): JsonObject {
  const { text } = data;
  if (typeof text === 'object' && text !== null && '#' in text) {
    throw new NotStorable('A text may not have the key #');
  }
  return data;
}
