import { randomBytes } from 'node:crypto';
import type { JsonObject } from './canonical.js';
import { eventId, policyEventId } from './event-id.js';
import type { NewEvent } from './event-store.js';
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
    data: data as JsonObject,
    metadata: {
      commandId: write.commandId,
      causationId: write.causationId,
      correlationId: write.correlationId,
      actor: { ...write.actor },
      occurredOn,
      recordedAt: write.now,
      schemaVersion,
      request: n === 0 ? requestOf(write) : undefined,
      salt: 'text' in data && data.text !== undefined ? newSalt() : undefined,
    },
  }));

const newSalt = (): string => randomBytes(SALT_BYTES).toString('hex');
