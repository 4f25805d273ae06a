import { setTimeout } from 'node:timers/promises';
import { type EventStore, LogError, type NewEvent, openEventStore } from '@klimaspur/event-store';
import { anEvent, aStream } from '@klimaspur/event-store/testing';

/** What came of a time of writing, in numbers that must be 0 but for the first three. */
export interface StormReport {
  readonly acknowledged: number;
  /** Appends whose outcome could not be told in time, and that were sent again. */
  readonly unknown: number;
  readonly stored: number;
  readonly lost: number;
  readonly twice: number;
  /** Acknowledged at another place than the one they lie at. */
  readonly elsewhere: number;
  /** By each subscriber: events of the log that it did not get, or got in another order or twice. */
  readonly missed: number;
}

/** Writers and subscribers at two nodes of ours, for as long as something happens to the server. */
export async function storm(
  url: string,
  writers: number,
  happens: () => Promise<void>,
): Promise<StormReport> {
  const stores = await Promise.all([openEventStore(url), openEventStore(url)]);
  const start = await stores[0].lastPosition();
  const over = new AbortController();
  const received = stores.map((store) => subscriber(store, start, over.signal));
  const writing = Promise.all(
    Array.from({ length: writers }, (_, n) => writer(stores[n % 2]!, over.signal)),
  );
  try {
    // A writer who is refused ends the storm: nobody would come to hear of it later.
    await Promise.race([happens(), writing]);
  } catch (error) {
    over.abort();
    await Promise.all(stores.map((store) => store.close()));
    throw error;
  }
  over.abort();
  const written = await writing;
  const fresh = await openEventStore(url);
  const last = await fresh.lastPosition();
  const log = [];
  for (let after = start; ;) {
    const page = await fresh.readAll(after, 1_000);
    log.push(...page);
    if (page.length === 0) break;
    after = page.at(-1)!.position;
  }
  const ids = log.map(({ id }) => id);
  const missed = [];
  for (const each of received) missed.push(different(ids, await each.until(last ?? '')));
  await Promise.all([...stores, fresh].map((store) => store.close()));
  const at = new Map(log.map((event) => [event.id, event]));
  const answers = written.flatMap(({ acknowledged }) => acknowledged);
  return {
    acknowledged: answers.length,
    unknown: written.reduce((sum, { unknown }) => sum + unknown, 0),
    stored: ids.length,
    lost: answers.filter(({ id }) => !at.has(id)).length,
    twice: ids.length - new Set(ids).size,
    elsewhere: answers.filter(({ id, position }) => at.get(id)?.position !== position).length,
    missed: missed.reduce((sum, each) => sum + each, 0),
  };
}

const different = (log: readonly string[], got: readonly string[]): number =>
  Math.abs(log.length - got.length) + log.filter((id, n) => got[n] !== id).length;

interface Written {
  readonly acknowledged: { readonly id: string; readonly position: string }[];
  unknown: number;
}

/** One event behind the other, each sent until there is an answer. */
async function writer(store: EventStore, signal: AbortSignal): Promise<Written> {
  const stream = aStream();
  const written: Written = { acknowledged: [], unknown: 0 };
  for (let n = 0; !signal.aborted; n++) {
    const event = anEvent({ n });
    const { position } = await answered(store, stream, event, n, written);
    written.acknowledged.push({ id: event.id, position });
    // As many appends as there are answers, not as many as a machine can send.
    await setTimeout(2);
  }
  return written;
}

async function answered(
  store: EventStore,
  stream: string,
  event: NewEvent,
  n: number,
  written: Written,
) {
  for (;;) {
    try {
      return await store.append(stream, [event], n === 0 ? 'no_stream' : n - 1);
    } catch (error) {
      if (!(error instanceof LogError) || error.code !== 'log/write-failed') throw error;
      written.unknown++;
    }
  }
}

function subscriber(store: EventStore, start: string | null, signal: AbortSignal) {
  const ids: string[] = [];
  let reached = start ?? '';
  const done = new AbortController();
  const reading = (async () => {
    for await (const events of store.subscribe(start, { signal: done.signal })) {
      ids.push(...events.map(({ id }) => id));
      reached = events.at(-1)!.position;
    }
  })();
  return {
    until: async (last: string): Promise<readonly string[]> => {
      if (!signal.aborted) throw new Error('The writers still write');
      const ended = reading.then(() => Promise.reject(new Error('The subscription ended')));
      while (reached < last) await Promise.race([ended, setTimeout(20)]);
      ended.catch(() => undefined);
      done.abort();
      await reading;
      return ids;
    },
  };
}
