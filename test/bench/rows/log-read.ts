import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openEventStore } from '@klimaspur/event-store';
import { against, type Bench } from '../bench.js';
import { aStream, appendAll, calls } from '../log-samples.js';
import { inTurns, rate } from '../measure.js';
import { rawReads } from '../peers/raw-sqlite.js';

const EVENTS_PER_STREAM = 20;

interface Foldable {
  readonly data: { readonly outcome?: unknown };
  readonly metadata: { readonly occurredOn?: unknown };
}

/** A small state, the same for both: how often deferred, and since when. */
const fold = (events: readonly Foldable[]): { deferred: number; last: unknown } =>
  events.reduce(
    (state, { data, metadata }) =>
      data.outcome === 'DEFERRED'
        ? { deferred: state.deferred + 1, last: metadata.occurredOn }
        : state,
    { deferred: 0, last: undefined as unknown },
  );

export const bench: Bench = {
  name: 'log: read and fold a stream',
  async run({ folder, quick }) {
    const streams = Array.from({ length: 2_000 }, aStream);
    const store = await openEventStore(`sqlite:${folder}`, { durability: 'off' });
    await appendAll(store, calls(streams.length * EVENTS_PER_STREAM, streams), 256);
    const db = new DatabaseSync(join(folder, 'log.db'), { readOnly: true });
    db.exec('PRAGMA cache_size = -65536');
    const reads = quick ? 2_000 : 10_000;
    const each = (read: (stream: string) => unknown) => () =>
      rate(reads, async () => {
        for (let n = 0; n < reads; n++) await read(streams[(n * 7) % streams.length]!);
      });
    const raw = rawReads(db).map((read) => each((stream) => fold(read(stream))));
    const fastestRaw = async (): Promise<number> => {
      const rates: number[] = [];
      for (const read of raw) rates.push(await read());
      return Math.max(...rates);
    };
    const ours = each(async (stream) => fold(await store.readStream(stream)));
    await ours();
    await fastestRaw();
    const both = await inTurns(quick ? 3 : 7, ours, fastestRaw);
    db.close();
    await store.close();
    return [against('read + fold a 20-event stream', 'streams/s', both, { more: 0.7 })];
  },
};
