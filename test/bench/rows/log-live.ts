import { openEventStore } from '@klimaspur/event-store';
import { alone, type Bench } from '../bench.js';
import { aStream, appendAll, calls } from '../log-samples.js';
import { quantile } from '../measure.js';

const CALLERS = 32;

export const bench: Bench = {
  name: 'log: commit to live subscriber',
  async run({ folder, quick }) {
    const store = await openEventStore(`sqlite:${folder}`);
    const count = quick ? 3_000 : 30_000;
    const committed: { position: string; at: number }[] = [];
    const waited: number[] = [];
    store.onCommit((position) => committed.push({ position, at: performance.now() }));
    const watching = (async () => {
      let seen = 0;
      for await (const events of store.subscribe(null)) {
        const now = performance.now();
        const last = events.at(-1)!.position;
        while (committed[0] && committed[0].position <= last) {
          waited.push(now - committed.shift()!.at);
        }
        seen += events.length;
        if (seen >= count) return;
      }
    })();
    await appendAll(store, calls(count, Array.from({ length: 1_000 }, aStream)), CALLERS);
    await watching;
    await store.close();
    return [alone('commit → live subscriber, p99', 'ms', quantile(waited, 0.99), { less: 20 })];
  },
};
