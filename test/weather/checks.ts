import { leafHash, nodeSha256, TreeEdge } from '@klimaspur/proofs';
import { ReadModels } from '@klimaspur/read-models';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestApp } from '../api/app.js';
import { rowsOf } from '../read-models/projected.js';
import type { TownModel } from './town-model.js';

/** After the storm: what was granted is there once, and everything made from the log says what the log says. */
export async function expectWhole(klimaspur: TestApp, model: TownModel): Promise<void> {
  await effectsOf(klimaspur, model);
  await klimaspur.settle();
  await expectGranted(klimaspur, model);
  await expectReplayed(klimaspur);
  await expectProven(klimaspur);
}

/** Effects of decisions may come later than their answer, but they come by themselves. */
async function effectsOf({ store }: TestApp, model: TownModel): Promise<void> {
  while ((await store.readAll(null, Number.MAX_SAFE_INTEGER)).length < eventsIn(model)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Three events began the town; nothing came that nobody wished. */
const eventsIn = ({ granted }: TownModel): number =>
  [...granted.values()].reduce((sum, { wish }) => sum + 1 + wish.named.length, 3);

async function expectGranted({ store }: TestApp, model: TownModel): Promise<void> {
  const events = await store.readAll(null, Number.MAX_SAFE_INTEGER);
  const byCommand = Map.groupBy(events, ({ metadata }) => String(metadata['commandId']));
  for (const [key, { wish, answer }] of model.granted) {
    const written = byCommand.get(key) ?? [];
    const own = written.filter(({ metadata }) => metadata['causationId'] === undefined);
    expect(own.map(({ stream, revision }) => [stream.slice(-36), revision])).toEqual([
      [answer.id, answer.revision],
    ]);
    const effects = written.filter((event) => !own.includes(event));
    expect(effects.map(({ stream }) => stream.slice(-36)).sort()).toEqual([...wish.named].sort());
  }
  expect(events).toHaveLength(eventsIn(model));
}

async function expectReplayed({ worlds }: TestApp): Promise<void> {
  const { own } = worlds;
  expect(own.readModels.failing).toBeNull();
  const folder = mkdtempSync(join(tmpdir(), 'klimaspur-replay-'));
  const views = join(folder, 'views.db');
  const replayed = await ReadModels.openInThread({ log: own.log, views });
  const shown = ({ readModels }: { readModels: ReadModels }) =>
    readModels.measures({ limit: 200 }, { asOf: '2099-01-01', viewer: { drafts: 'all' } });
  expect(shown(own)).toEqual(shown({ readModels: replayed }));
  await replayed.close();
  expect(rowsOf(join(own.folder, 'views.db'))).toEqual(rowsOf(views));
  rmSync(folder, { recursive: true });
}

async function expectProven({ worlds, store }: TestApp): Promise<void> {
  const { log, tree } = worlds.own;
  const end = await store.lastPosition();
  expect(await tree.waitUntil(end!, 60_000)).toBe(true);
  const edge = TreeEdge.ofEmptyLog(nodeSha256);
  for (const event of await log.readAll(null, Number.MAX_SAFE_INTEGER)) {
    edge.append(Buffer.from(leafHash(event), 'hex'));
  }
  const { root } = tree.atOnce((moment) => moment.head());
  expect(Buffer.from(root).toString('hex')).toBe(Buffer.from(edge.root()).toString('hex'));
}
