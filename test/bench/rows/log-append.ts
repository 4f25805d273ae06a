import { join } from 'node:path';
import { openEventStore } from '@klimaspur/event-store';
import { against, type Bench, notMeasured, type Result } from '../bench.js';
import { aStream, appendAll, calls } from '../log-samples.js';
import { inTurns, rate } from '../measure.js';
import { emmettRate, emmettStore } from '../peers/emmett.js';
import { RawSqlite } from '../peers/raw-sqlite.js';

const CALLERS = 32;
const name = 'durable append, 32 callers';

export const bench: Bench = {
  name: 'log: durable append',
  async run({ folder, quick }) {
    const count = quick ? 5_000 : 30_000;
    const streams = Array.from({ length: 2_000 }, aStream);
    let round = 0;
    const ours = async (): Promise<number> => {
      const store = await openEventStore(`sqlite:${join(folder, `ours-${round++}`)}`);
      const todo = calls(count, streams);
      const perSecond = await rate(count, () => appendAll(store, todo, CALLERS));
      await store.close();
      return perSecond;
    };
    const raw = async (): Promise<number> => {
      const peer = new RawSqlite(join(folder, `raw-${round++}.db`));
      const todo = calls(count, streams);
      const perSecond = await rate(count, () => peer.append(todo, CALLERS));
      peer.db.close();
      return perSecond;
    };
    const both = await inTurns(quick ? 3 : 7, ours, raw);
    return [
      // 15,000/s is the aim on an ordinary disk; what this disk gives is the peer's rate.
      against(`${name}: raw node:sqlite`, 'events/s', both, { more: 0.7 }),
      await againstEmmett(join(folder, 'emmett.db'), both.ours, quick),
    ];
  },
};

async function againstEmmett(file: string, ours: number, quick: boolean): Promise<Result> {
  const what = `${name}: emmett-sqlite at its best`;
  const store = await emmettStore(file);
  if (!store) return notMeasured(what, 'could not be installed', '≥ 10 × peer');
  const todo = calls(20_000, Array.from({ length: 20_000 }, aStream));
  // Alone first: after a failed call with several callers its one connection does not come back.
  const rates: number[] = [];
  for (const callers of [1, 2, 4]) {
    rates.push(await emmettRate(store, todo, callers, quick ? 1_000 : 3_000));
  }
  return against(what, 'events/s', { ours, peer: Math.max(...rates) }, { more: 10 });
}
