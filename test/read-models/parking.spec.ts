import fc from 'fast-check';
import type { RecordedEvent } from '@klimaspur/event-store';
import { ReadModels } from '@klimaspur/read-models';
import { buildDictated, OtherReader } from '@klimaspur/read-models/testing';
import { aHistory } from './random-history.js';
import { append, checkSearch, logOf, rowsOf } from './projected.js';

const runs = { numRuns: Number(process.env['FAST_CHECK_RUNS'] ?? 15) };

/** As nobody could tell it: only as a part of its stream, or already in log order. */
const spoilt = (event: RecordedEvent): RecordedEvent =>
  event.type === 'MeasureDescribed'
    ? { ...event, data: { ...event.data, text: { title: 5 } } }
    : { ...event, metadata: { ...event.metadata, occurredOn: 'some day' } };

/** Since when and how often is not told by the log. */
const tables = (views: string) => {
  const { parked = [], ...rows } = rowsOf(views);
  const places = parked.map((row) => {
    const { stream, event, revision, error } = JSON.parse(row) as Record<string, unknown>;
    return { stream, event, revision, error };
  });
  return { ...rows, places };
};

describe('streams that cannot be told any further', () => {
  it('are the same, with the same rows, live and built anew; mended, they are as if nothing had been', async () => {
    await fc.assert(
      fc.asyncProperty(
        aHistory,
        fc.nat(40),
        fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        async (history, cut, picks) => {
          const poisons = new Set(picks.map((pick) => history[pick % history.length]?.id));
          const log = await logOf(history.slice(0, cut));
          const reader = new OtherReader(log.store);
          reader.change = (event) => (poisons.has(event.id) ? spoilt(event) : event);
          const open = (views: string, batch: number) =>
            ReadModels.openInThread({ log: reader, views, batch, triedAgainAfterMs: [] });
          const live = await open(log.views('live'), 3);
          for (const event of history.slice(cut)) {
            await append(log, [event]);
            await live.waitUntil((await log.store.lastPosition()) ?? '', 60_000);
          }
          const rows = tables(log.views('live'));
          checkSearch(log.views('live'));
          for (const batch of [1, 1000]) {
            const again = await open(log.views(`again-${batch}`), batch);
            expect(tables(log.views(`again-${batch}`))).toEqual(rows);
            await again.close();
          }
          await buildDictated(reader, log.views('dictated'));
          expect(tables(log.views('dictated'))).toEqual(rows);
          reader.change = (event) => event;
          for (const { stream } of live.parked()) expect(await live.replay(stream)).toBe(true);
          expect(live.parked()).toEqual([]);
          const mended = await open(log.views('mended'), 1000);
          expect(tables(log.views('live'))).toEqual(tables(log.views('mended')));
          checkSearch(log.views('live'));
          for (const models of [live, mended]) await models.close();
          await log.close();
        },
      ),
      runs,
    );
  });
});
