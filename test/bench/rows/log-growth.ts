import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, openEventStore } from '@klimaspur/event-store';
import { against, type Bench } from '../bench.js';
import { aStream, appendAll, calls } from '../log-samples.js';
import { middle, quantile } from '../measure.js';

const SMALL = 1_000;
const PER_STREAM = 20;
// A p99 needs many commits: when the log is moved into its file one of them waits, and rarer than one in a hundred.
const TURNS = 4;

/** Who appends in what way; each has streams of its own, so that it knows their revisions. */
const ways = {
  'one caller at random': { callers: 1, appends: 400 },
  '32 callers in the order of an import': { callers: 32, appends: 3_200 },
  '32 callers at random': { callers: 32, appends: 3_200 },
} as const;
type Way = keyof typeof ways;
const names = Object.keys(ways) as Way[];

interface Part {
  readonly streams: readonly string[];
  next: number;
}

interface Log {
  readonly store: EventStore;
  readonly parts: ReadonlyMap<Way, Part>;
}

/** A log with so many events, filled without sync, and brought to the disk before anybody waits for it. */
async function filled(folder: string, events: number): Promise<Log> {
  const streams = Array.from({ length: events / PER_STREAM }, aStream);
  const filling = await openEventStore(`sqlite:${folder}`, { durability: 'off' });
  const CHUNK = 10_000;
  for (let from = 0; from < events; from += CHUNK) {
    await appendAll(filling, calls(Math.min(CHUNK, events - from), streams, from), 256);
  }
  await filling.close();
  const file = openSync(join(folder, 'log.db'), 'r');
  fsyncSync(file);
  closeSync(file);
  const parts = new Map(names.map((way, at) => [way, partOf(streams, way, at)]));
  return { store: await openEventStore(`sqlite:${folder}`), parts };
}

function partOf(streams: readonly string[], way: Way, at: number): Part {
  const share = streams.length / names.length;
  const own = streams.slice(Math.floor(at * share), Math.floor((at + 1) * share));
  // Their names are made of random digits.
  if (way.endsWith('at random')) own.sort((a, b) => (a.slice(-9) < b.slice(-9) ? -1 : 1));
  return { streams: own, next: own.length * PER_STREAM };
}

async function waitsOf({ store, parts }: Log, way: Way): Promise<number[]> {
  const { callers, appends } = ways[way];
  const part = parts.get(way)!;
  const waited = await appendAll(store, calls(appends, part.streams, part.next), callers);
  part.next += appends;
  return waited;
}

async function waitsOfASmallLog(folder: string, way: Way): Promise<number[]> {
  // Not when it is done with: the disk would do it in the turn of the other.
  rmSync(folder, { recursive: true, force: true });
  const small = await filled(folder, SMALL);
  const waited = await waitsOf(small, way);
  await small.store.close();
  return waited;
}

/** The p99 of both, measured in turns: where the disk is busy with others, both meet it. */
async function round(large: Log, folder: string, way: Way): Promise<[number, number]> {
  const ours: number[] = [];
  const peer: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    if (turn % 2 === 1) peer.push(...(await waitsOfASmallLog(folder, way)));
    ours.push(...(await waitsOf(large, way)));
    if (turn % 2 === 0) peer.push(...(await waitsOfASmallLog(folder, way)));
  }
  return [quantile(ours, 0.99), quantile(peer, 0.99)];
}

export const bench: Bench = {
  name: 'log: append latency as the log grows',
  async run({ folder, quick }) {
    const size = quick ? 100_000 : 1_000_000;
    const large = await filled(join(folder, 'large'), size);
    const rounds = names.map((): [number, number][] => []);
    for (let n = 0; n < (quick ? 3 : 21); n++) {
      for (const [at, way] of names.entries()) {
        rounds[at]!.push(await round(large, join(folder, 'small'), way));
      }
    }
    await large.store.close();
    const what = `append p99, ${size.toExponential(0)} against 1e+3 events`;
    return names.map((way, at) =>
      against(`${what}, ${way}`, 'ms', middle(rounds[at]!), { less: 1.3 }),
    );
  },
};
