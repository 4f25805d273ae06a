import fc from 'fast-check';
import { ReadModels } from '@klimaspur/read-models';
import { buildDictated } from '@klimaspur/read-models/testing';
import { aHistory } from './random-history.js';
import { append, checkSearch, logOf, rowsOf } from './projected.js';

const runs = { numRuns: Number(process.env['FAST_CHECK_RUNS'] ?? 15) };

describe('the rows of the read models', () => {
  it('are the same however the log was cut into batches, live, replayed or dictated', async () => {
    await fc.assert(
      fc.asyncProperty(aHistory, fc.nat(40), async (history, cut) => {
        const log = await logOf(history.slice(0, cut));
        const replayed = async (name: string, batch: number) => {
          const views = log.views(name);
          await (await ReadModels.openInThread({ log: log.store, views, batch })).close();
          return rowsOf(views);
        };
        const live = await ReadModels.openInThread({ log: log.store, views: log.views('live') });
        for (const event of history.slice(cut)) {
          await append(log, [event]);
          const position = await log.store.lastPosition();
          expect(await live.waitUntil(position ?? '', 60_000)).toBe(true);
        }
        const rows = rowsOf(log.views('live'));
        checkSearch(log.views('live'));
        for (const batch of [1, 7, 1000]) {
          expect(await replayed(`replayed-${batch}`, batch)).toEqual(rows);
        }
        await buildDictated(log.store, log.views('dictated'));
        expect(rowsOf(log.views('dictated'))).toEqual(rows);
        checkSearch(log.views('dictated'));
        await live.rebuild();
        expect(live.failing).toBeNull();
        expect(rowsOf(log.views('live'))).toEqual(rows);
        await live.close();
        checkSearch(log.views('live'));
        await log.close();
      }),
      runs,
    );
  });
});
