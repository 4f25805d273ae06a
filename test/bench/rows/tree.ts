import { join } from 'node:path';
import { openEventStore, openLogReader } from '@klimaspur/event-store';
import { leafHash, LogTree, nodeSha256, TreeEdge } from '@klimaspur/proofs';
import { against, type Bench, type Result, told } from '../bench.js';
import { largeFolder } from '../large-folder.js';
import { aStream, appendAll, calls } from '../log-samples.js';
import { inTurns, rate } from '../measure.js';

const CALLERS = 32;
const BATCH = 1_000;

export const bench: Bench = {
  name: 'tree: of the log',
  async run(setting) {
    return [...(await firstBuild(setting)), await besideAppends(setting)];
  },
};

/** Against hashing the same events as they are read, with nothing kept. */
const firstBuild = async (setting: Parameters<typeof largeFolder>[0]): Promise<Result[]> => {
  const { folder } = await largeFolder(setting);
  const log = await openLogReader(`sqlite:${folder}`);
  let round = 0;
  let events = 0;
  const hashed = async () => {
    const edge = TreeEdge.ofEmptyLog(nodeSha256);
    for (let after: string | null = null; ;) {
      const batch = await log.readAll(after, BATCH);
      for (const event of batch) edge.append(Buffer.from(leafHash(event), 'hex'));
      if (batch.length < BATCH) break;
      after = batch.at(-1)!.position;
    }
    events = edge.size;
  };
  const built = async () => {
    const file = join(folder, `tree-${round++}.db`);
    await (await LogTree.openInThread(log, { file })).close();
  };
  await hashed();
  const perSecond = (work: () => Promise<void>) => () => rate(events, work);
  const both = await inTurns(setting.quick ? 1 : 3, perSecond(built), perSecond(hashed));
  await log.close();
  return [
    against(`first build of the tree, ${events} events: raw hashing`, 'events/s', both, {
      more: 0.5,
    }),
    told(
      'first build: what the tree adds to hashing',
      'µs/event',
      1e6 / both.ours - 1e6 / both.peer,
    ),
  ];
};

/** An append must not wait for the tree that follows it in its own thread. */
const besideAppends = async ({ folder, quick }: { folder: string; quick: boolean }) => {
  const count = quick ? 5_000 : 30_000;
  const streams = Array.from({ length: 2_000 }, aStream);
  let round = 0;
  const appends = (withTree: boolean) => async (): Promise<number> => {
    const at = join(folder, `appends-${round++}`);
    const log = `sqlite:${at}`;
    const store = await openEventStore(log);
    const tree = withTree ? await LogTree.open({ log, file: join(at, 'tree.db') }) : undefined;
    if (tree) store.onCommit(() => tree.wake());
    // A thread that still loads its code is not what is asked about.
    const [first] = calls(1, [aStream()]);
    const { position } = await store.append(first!.stream, [first!.event], 'no_stream');
    await tree?.waitUntil(position, 60_000);
    const todo = calls(count, streams);
    const perSecond = await rate(count, () => appendAll(store, todo, CALLERS));
    await tree?.close();
    await store.close();
    return perSecond;
  };
  const both = await inTurns(quick ? 3 : 7, appends(true), appends(false));
  return against('durable append beside the tree: without it', 'events/s', both, { more: 0.9 });
};
