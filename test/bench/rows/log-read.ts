import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openEventStore } from '@klimaspur/event-store';
import { against, type Bench } from '../bench.js';
import { aStream, appendAll, calls } from '../log-samples.js';
import { inTurns, median, rate } from '../measure.js';
import { type Entry, rawReads } from '../peers/raw-sqlite.js';

const EVENTS_PER_STREAM = 20;

/** A small state, the same for both: how often deferred, and when last. */
const fold = (events: readonly Entry[]): { deferred: number; last: unknown } =>
  events.reduce(
    (state, { type, data, metadata }) =>
      type === 'MeasureDeliberated' && data.outcome === 'DEFERRED'
        ? { deferred: state.deferred + 1, last: metadata.occurredOn }
        : state,
    { deferred: 0, last: undefined as unknown },
  );

/** The one with the best median of some rounds; they warm it up as well. */
async function fastest(ways: readonly (() => Promise<number>)[]): Promise<() => Promise<number>> {
  const rates = ways.map((): number[] => []);
  for (let round = 0; round < 7; round++) {
    for (const [n, way] of ways.entries()) rates[n]!.push(await way());
  }
  const best = Math.max(...rates.map(median));
  return ways[rates.map(median).indexOf(best)]!;
}

export const bench: Bench = {
  name: 'log: read and fold a stream',
  async run({ folder, quick }) {
    const streams = Array.from({ length: 2_000 }, aStream);
    const store = await openEventStore(`sqlite:${folder}`, { durability: 'off' });
    await appendAll(store, calls(streams.length * EVENTS_PER_STREAM, streams), 256);
    const db = new DatabaseSync(join(folder, 'log.db'), { readOnly: true });
    db.exec('PRAGMA cache_size = -65536');
    const reads = 1_000;
    const each = (read: (stream: string) => unknown) => () =>
      rate(reads, async () => {
        for (let n = 0; n < reads; n++) await read(streams[(n * 7) % streams.length]!);
      });
    const raw = rawReads(db).map((read) => each((stream) => fold(read(stream))));
    const ours = each(async (stream) => fold(await store.readStream(stream)));
    const both = await inTurns(quick ? 11 : 51, ours, await fastest(raw));
    db.close();
    await store.close();
    return [against('read + fold a 20-event stream', 'streams/s', both, { more: 0.7 })];
  },
};
