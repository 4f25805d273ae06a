import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, openEventStore } from '@klimaspur/event-store';
import { against, type Bench } from '../bench.js';
import { aStream, appendAll, calls } from '../log-samples.js';
import { quantile } from '../measure.js';

const CALLERS = 32;
const SMALL = 1_000;
const PER_STREAM = 20;
const PER_ROUND = 1_000;

/** A log with so many events, filled without sync. */
async function filled(folder: string, events: number): Promise<Log> {
  const streams = Array.from({ length: events / PER_STREAM }, aStream);
  const filling = await openEventStore(`sqlite:${folder}`, { durability: 'off' });
  const CHUNK = 10_000;
  for (let from = 0; from < events; from += CHUNK) {
    await appendAll(filling, calls(Math.min(CHUNK, events - from), streams, from), 256);
  }
  await filling.close();
  return { folder, store: await openEventStore(`sqlite:${folder}`), streams, events };
}

interface Log {
  readonly folder: string;
  readonly store: EventStore;
  readonly streams: readonly string[];
  events: number;
}

async function measure(log: Log): Promise<number[]> {
  const waited = await appendAll(log.store, calls(PER_ROUND, log.streams, log.events), CALLERS);
  log.events += PER_ROUND;
  return waited;
}

export const bench: Bench = {
  name: 'log: append latency as the log grows',
  async run({ folder, quick }) {
    const size = quick ? 100_000 : 1_000_000;
    const large = await filled(join(folder, 'large'), size);
    const waitedSmall: number[] = [];
    const waitedLarge: number[] = [];
    for (let round = 0; round < (quick ? 5 : 60); round++) {
      const small = await filled(join(folder, 'small'), SMALL);
      waitedSmall.push(...(await measure(small)));
      waitedLarge.push(...(await measure(large)));
      await small.store.close();
      rmSync(small.folder, { recursive: true });
    }
    await large.store.close();
    const what = `append p99, ${size.toExponential(0)} against 1e+3 events`;
    const p99 = { ours: quantile(waitedLarge, 0.99), peer: quantile(waitedSmall, 0.99) };
    return [against(what, 'ms', p99, { less: 1.3 })];
  },
};
