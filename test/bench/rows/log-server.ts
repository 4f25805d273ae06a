import { type EventStore, openEventStore } from '@klimaspur/event-store';
import { against, type Bench, notMeasured, type Result } from '../bench.js';
import { aStream, anEntry, type Call, expectedFor } from '../log-samples.js';
import { inTurns, quantile, rate } from '../measure.js';
import { RawEventStoreDb } from '../peers/raw-eventstoredb.js';

const CALLERS = 32;
/** Both append the same events, and parse the JSON of all that they read. */
const names = {
  append: 'EventStoreDB: append, 32 callers: raw client',
  alone: 'EventStoreDB: append, 1 caller: raw client',
  catchUp: 'EventStoreDB: catch-up from the start: raw client, in one read',
  live: 'EventStoreDB: append → live subscriber, p99: raw client',
};
const bars = { more: 0.9 };

export const bench: Bench = {
  name: 'log: on a server (EventStoreDB)',
  async run({ quick }) {
    const url = process.env['KLIMASPUR_TEST_ESDB'];
    if (url === undefined) {
      const why = 'no server, set KLIMASPUR_TEST_ESDB';
      return Object.values(names).map((name) => notMeasured(name, why, '≥ 0.9 × peer'));
    }
    const store = await openEventStore(url);
    const raw = new RawEventStoreDb(url);
    try {
      return await rows(store, raw, quick);
    } finally {
      await Promise.all([store.close(), raw.close()]);
    }
  },
};

async function rows(store: EventStore, raw: RawEventStoreDb, quick: boolean): Promise<Result[]> {
  const rounds = quick ? 3 : 11;
  const ours = ({ stream, event, revision }: Call) =>
    store.append(stream, [event], expectedFor(revision));
  const peer = (call: Call) => raw.append(call);
  const appends = (callers: number) => {
    const each = quick ? 20 : callers === 1 ? 300 : 100;
    return inTurnsWarm(
      rounds,
      () => rate(callers * each, () => write(ours, callers, each)),
      () => rate(callers * each, () => write(peer, callers, each)),
    );
  };
  return [
    against(names.append, 'events/s', await appends(CALLERS), bars),
    against(names.alone, 'events/s', await appends(1), bars),
    against(names.catchUp, 'events/s', await catchUp(store, raw, quick), bars),
    against(names.live, 'ms', await live(store, raw, quick), { less: 2 }),
  ];
}

/** Once unmeasured: whoever came first would pay for code that is still cold. Short turns and many, since machines are never quiet. */
async function inTurnsWarm(
  rounds: number,
  ours: () => Promise<number>,
  peer: () => Promise<number>,
) {
  await ours();
  await peer();
  return inTurns(rounds, ours, peer);
}

/** Each caller into a stream of its own, one event behind the other. */
async function write(
  append: (call: Call) => Promise<unknown>,
  callers: number,
  each: number,
): Promise<void> {
  const caller = async (): Promise<void> => {
    const stream = aStream();
    for (let revision = 0; revision < each; revision++) {
      await append({ stream, event: anEntry(stream, revision), revision });
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
}

/** Both from the start of the log; the raw client gets what others and the server itself have written as well. */
async function catchUp(store: EventStore, raw: RawEventStoreDb, quick: boolean) {
  const count = (await store.readAll(null, quick ? 2_000 : 20_000)).length;
  const ours = async (): Promise<void> => {
    let seen = 0;
    for await (const events of store.subscribe(null)) if ((seen += events.length) >= count) return;
  };
  return inTurnsWarm(
    quick ? 3 : 11,
    () => rate(count, ours),
    () => rate(count, () => raw.readAll(count)),
  );
}

/** From before the append until a subscriber has the event. */
async function live(store: EventStore, raw: RawEventStoreDb, quick: boolean) {
  const count = quick ? 100 : 500;
  const p99 = async (append: (call: Call) => Promise<unknown>, seen: () => Map<string, number>) => {
    const stream = aStream();
    const sent = new Map<string, number>();
    for (let revision = 0; revision < count; revision++) {
      const event = anEntry(stream, revision);
      sent.set(event.id, performance.now());
      await append({ stream, event, revision });
    }
    while ([...sent.keys()].some((id) => !seen().has(id))) await new Promise(setImmediate);
    return quantile(
      [...sent].map(([id, at]) => seen().get(id)! - at),
      0.99,
    );
  };
  const ours = async (): Promise<number> => {
    const seen = new Map<string, number>();
    const end = new AbortController();
    const start = await store.lastPosition();
    const watching = (async () => {
      for await (const events of store.subscribe(start, { signal: end.signal })) {
        for (const { id } of events) seen.set(id, performance.now());
      }
    })();
    const found = await p99(
      ({ stream, event, revision }) => store.append(stream, [event], expectedFor(revision)),
      () => seen,
    );
    end.abort();
    await watching;
    return found;
  };
  const peer = async (): Promise<number> => {
    const seen = new Map<string, number>();
    const leave = await raw.follow((id) => seen.set(id, performance.now()));
    const found = await p99(
      (call) => raw.append(call),
      () => seen,
    );
    await leave();
    return found;
  };
  return inTurns(3, ours, peer);
}
