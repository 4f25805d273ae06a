import { randomUUID } from 'node:crypto';
import {
  type EventStore,
  eventId,
  type ExpectedRevision,
  type NewEvent,
  newCommandId,
} from '@klimaspur/event-store';

/** One append as a caller makes it. */
export interface Call {
  readonly stream: string;
  readonly event: NewEvent;
  readonly revision: number;
}

export const aStream = (): string => `measure-${randomUUID()}`;

export const expectedFor = (revision: number): ExpectedRevision =>
  revision === 0 ? 'no_stream' : revision - 1;

/** An entry as a monitor makes it, about 600 bytes. Keys in the order of canonical JSON, so that a peer's JSON.stringify gives the same bytes. */
export function anEntry(stream: string, n: number): NewEvent {
  const commandId = newCommandId();
  return {
    id: eventId(commandId, stream, 0),
    type: 'MeasureDeliberated',
    data: {
      body: '0197c0de-0000-7000-8000-000000000001',
      outcome: 'DEFERRED',
      text: {
        evidence: [{ kind: 'minutes', title: `Niederschrift ${n}`, url: 'https://example.org/ni' }],
        note: 'Im Ausschuss für Umwelt und Klimaschutz auf die nächste Sitzung vertagt.',
      },
    },
    metadata: {
      actor: { municipality: '0197c0de-0000-7000-8000-000000000002', role: 'MONITOR' },
      commandId,
      occurredOn: '2026-03-01',
      recordedAt: '2026-03-02T10:00:00.000Z',
      salt: '00112233445566778899aabbccddeeff',
      schemaVersion: 1,
    },
  };
}

/** Calls that visit the streams in turn, each at the revision that its stream has by then. */
export function calls(count: number, streams: readonly string[], from = 0): Call[] {
  return Array.from({ length: count }, (_, index) => {
    const n = from + index;
    const stream = streams[n % streams.length]!;
    return { stream, event: anEntry(stream, n), revision: Math.floor(n / streams.length) };
  });
}

/** Makes all calls, so many at a time; gives the milliseconds that each caller waited. */
export async function appendAll(
  store: EventStore,
  todo: readonly Call[],
  callers: number,
): Promise<number[]> {
  const waited: number[] = [];
  let next = 0;
  const caller = async (): Promise<void> => {
    for (let call = todo[next++]; call; call = todo[next++]) {
      const start = performance.now();
      await store.append(call.stream, [call.event], expectedFor(call.revision));
      waited.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return waited;
}
