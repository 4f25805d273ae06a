import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEventStore } from '@klimaspur/event-store';
import { ReadModels } from '@klimaspur/read-models';
import { alone, type Bench, told } from '../bench.js';
import { median, quantile } from '../measure.js';
import { EVENTS_OF_A_MEASURE, oneMore, writePlans } from '../plan-samples.js';

const AT_ONCE = 16;
/** Twenty such batches in a second are more than all towns of a host write. */
const PAUSE_MS = 50;

export const bench: Bench = {
  name: 'views: live',
  async run({ folder, quick }) {
    const measures = await writePlans(folder, quick ? 1_000 : 10_000);
    const log = `sqlite:${folder}`;
    const store = await openEventStore(log, { durability: 'off' });
    const models = await ReadModels.open({ log, views: join(folder, 'views.db') });
    await models.waitUntil((await store.lastPosition()) ?? '', 300_000);
    store.onCommit(() => models.wake());

    /** Milliseconds from the commit of so many entries, of as many measures, until answers hold them. */
    const visible = async (from: number, count: number): Promise<number> => {
      const appended = await Promise.all(
        measures
          .slice(from, from + count)
          .map((one) =>
            store.append(`measure-${one.measure}`, [oneMore(one)], EVENTS_OF_A_MEASURE - 1),
          ),
      );
      const start = performance.now();
      await models.waitUntil(
        appended
          .map(({ position }) => position)
          .sort()
          .at(-1) ?? '',
        60_000,
      );
      return performance.now() - start;
    };
    const single: number[] = [];
    for (let n = 0; n < 300; n++) single.push(await visible(n, 1));
    const calm: number[] = [];
    const beside: number[] = [];
    let n = single.length;
    const next = async (): Promise<number> => visible((n += AT_ONCE) - AT_ONCE, AT_ONCE);
    while (n + AT_ONCE <= measures.length / 3) calm.push(await next());
    let isRebuilding = true;
    const rebuilt = models.rebuild().finally(() => (isRebuilding = false));
    while (isRebuilding && n + AT_ONCE <= measures.length) {
      beside.push(await next());
      await sleep(PAUSE_MS);
    }
    await rebuilt;
    await models.close();
    await store.close();
    return [
      alone('commit → in the read models, p99', 'ms', quantile(single, 0.99), { less: 20 }),
      alone(`live batch of ${AT_ONCE} entries, median`, 'ms', median(calm), { less: 10 }),
      alone(`the same while all is rebuilt, ${beside.length} batches`, 'ms', median(beside), {
        less: 10,
      }),
      told('the same, p99', 'ms', quantile(beside, 0.99)),
    ];
  },
};
