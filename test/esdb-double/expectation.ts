import type { ServerLog, StoredRecord } from './server-log.js';

export type Expected = 'any' | 'no_stream' | 'stream_exists' | number;

/** Store it, or the first answer again (`last` is the last event of that), or no. */
export type Decision = 'store' | 'wrong' | { readonly last: StoredRecord };

const NO_STREAM = -1;

/**
 * Whether events are new, known or out of place. Seen row by row on a 24.2 server; in words at
 * https://developers.eventstore.com/clients/grpc/appending-events.html and, with the reasons, at
 * http://docs.geteventstore.com/dotnet-api/4.0.0/optimistic-concurrency-and-idempotence/
 */
export function decide(
  log: ServerLog,
  stream: string,
  ids: readonly string[],
  expected: Expected,
): Decision {
  if (expected === 'any') return byMemory(log, stream, ids);
  const current = log.current(stream);
  if (expected === 'stream_exists') return current === null ? 'wrong' : byMemory(log, stream, ids);
  const asked = expected === 'no_stream' ? NO_STREAM : expected;
  if (asked === (current ?? NO_STREAM) || asked === log.next(stream) - 1) return 'store';
  return byPlace(log, stream, ids, asked);
}

/** Without a revision only ids of late are known; a batch whose first id is new is stored, whatever follows. */
function byMemory(log: ServerLog, stream: string, ids: readonly string[]): Decision {
  const known = ids.map((id) => log.recent(stream, id));
  if (!known[0]) return 'store';
  return known.every(Boolean) ? { last: known.at(-1)! } : 'wrong';
}

/** With a revision the events behind it are compared by their ids alone: other data under a known id is dropped. */
function byPlace(log: ServerLog, stream: string, ids: readonly string[], asked: number): Decision {
  const there = ids.map((_id, n) => log.at(stream, asked + 1 + n));
  const same = there.length > 0 && there.every((record, n) => record?.id === ids[n]);
  return same ? { last: there.at(-1)! } : 'wrong';
}
