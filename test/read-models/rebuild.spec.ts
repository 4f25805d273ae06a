import { existsSync, writeFileSync } from 'node:fs';
import { ReadModels } from '@klimaspur/read-models';
import { OtherReader, TestLog, uuid } from '@klimaspur/read-models/testing';
import type { JsonObject, Position } from '@klimaspur/event-store';
import { checkSearch, rowsOf } from './projected.js';

const town = uuid(1);
const measures = Array.from({ length: 20 }, (_, n) => uuid(0x100 + n));
const view = { asOf: '2024-06-01', viewer: 'public' } as const;

/** Somebody reads and writes whenever the log is read. */
class BusyReader extends OtherReader {
  busy: (() => Promise<void>) | undefined;

  override async readAll(after: Position | null, limit: number) {
    const { busy } = this;
    this.busy = undefined;
    await busy?.();
    this.busy = busy;
    return super.readAll(after, limit);
  }
}

describe('views that are built anew while people read and write', () => {
  let log: TestLog;
  let models: ReadModels;
  let reader: BusyReader;

  const manyChecks = (id: string, from: number) =>
    Array.from({ length: 400 }, (_, n) => ({
      id: uuid(0x100_0000 + from * 400 + n),
      type: 'MeasureCheckedUnchanged',
      data: {} as JsonObject,
      metadata: {
        ...{ occurredOn: null, recordedAt: '2024-01-02T12:00:00.000Z', schemaVersion: 1 },
        actor: { person: uuid(9), role: 'MONITOR' },
        measure: id,
      } as JsonObject,
    }));

  beforeAll(async () => {
    log = await TestLog.open();
    await log.tell(
      {
        stream: `municipality-${town}`,
        type: 'MunicipalityFounded',
        data: { text: { name: 'X' } },
      },
      { stream: `municipality-${town}`, type: 'MunicipalityPublished' },
    );
    for (const [n, id] of measures.entries()) {
      const stream = `measure-${id}`;
      const data = { municipality: town, text: { title: `Title ${n}` } };
      await log.tell(
        { stream, type: 'MeasureRecorded', data },
        { stream, type: 'MeasurePublished' },
      );
      if (n >= 10) await log.store.append(stream, manyChecks(id, n), 1);
    }
    reader = new BusyReader(log.store);
    models = await ReadModels.openInThread({ log: reader, views: log.views() });
  });
  afterAll(async () => {
    await models.close();
    await log.close();
  });

  it('answer every question, never empty and never half, and end with the rows of a fresh replay', async () => {
    const seen: number[] = [];
    const started = measures.slice(0, 10);
    reader.busy = async () => {
      const { counts } = models.progress(town, {}, view);
      const { items, total } = models.measures({ municipality: town }, view);
      expect([counts.total, total, items.length]).toEqual([20, 20, 20]);
      expect(Object.values(counts.byStatus).reduce((a, b) => a + b, 0)).toBe(20);
      expect(items.filter(({ status }) => status === 'in-progress')).toHaveLength(
        counts.byStatus['in-progress'],
      );
      seen.push(counts.byStatus['in-progress']);
      const next = started.pop();
      if (next === undefined) return;
      await log.tell({ stream: `measure-${next}`, type: 'MeasureImplementationStarted' });
      models.wake();
    };
    await models.rebuild();
    reader.busy = undefined;
    expect(await models.waitUntil((await log.store.lastPosition()) ?? '', 60_000)).toBe(true);
    expect(seen.length).toBeGreaterThan(5);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(new Set(seen).size).toBeGreaterThan(3);
    const fresh = await ReadModels.openInThread({ log: log.store, views: log.views('fresh') });
    await fresh.close();
    expect(rowsOf(log.views())).toEqual(rowsOf(log.views('fresh')));
    checkSearch(log.views());
  });

  it('know all that was known before once they are in place', async () => {
    const stream = `measure-${uuid(0x200)}`;
    const data = { municipality: town, text: { title: 'A draft' } };
    await log.tell({ stream, type: 'MeasureRecorded', data });
    const levels: Position[] = [];
    const leave = models.onChange(({ level }) => levels.push(level));
    let isBuilt = false;
    const writing = async () => {
      while (!isBuilt) {
        await log.tell({ stream, type: 'MeasureCheckedUnchanged' });
        models.wake();
      }
    };
    await Promise.all([writing(), models.rebuild().finally(() => (isBuilt = true))]);
    leave();
    expect(levels.length).toBeGreaterThan(10);
    expect(levels).toEqual(levels.toSorted());
  });
});

it('halves that a crash left while views were built take no room any more', async () => {
  const log = await TestLog.open();
  const views = log.views();
  const halves = [`${views}.next`, `${views}.next-journal`, `${views}.next.few`];
  for (const half of halves) writeFileSync(half, 'half');
  await (await ReadModels.openInThread({ log: log.store, views })).close();
  expect(halves.filter((half) => existsSync(half))).toEqual([]);
  await log.close();
});
