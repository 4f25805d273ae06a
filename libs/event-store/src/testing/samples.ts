import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../canonical.js';
import { eventId, newCommandId } from '../event-id.js';
import type { NewEvent } from '../event-store.js';
import { streamName } from '../stream-name.js';

/** The name of a stream that nobody has written to. */
export const aStream = (category = 'measure'): string => streamName(category, randomUUID());

/** A new event with an id of its own. */
export function anEvent(data: JsonObject = {}, type = 'MeasureChecked'): NewEvent {
  const commandId = newCommandId();
  return { id: eventId(commandId, 'sample', 0), type, data, metadata: { commandId } };
}

/** Several new events, numbered in their data from 0. */
export const someEvents = (count: number): NewEvent[] =>
  Array.from({ length: count }, (_, n) => anEvent({ n }));
