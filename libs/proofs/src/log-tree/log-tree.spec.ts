import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type EventStore, type NewEvent, openEventStore } from '@klimaspur/event-store';
import { anEvent, aStream } from '@klimaspur/event-store/testing';
import fc from 'fast-check';
import { isConsistent, isIncluded } from '../merkle/verify.js';
import { LogTree, type TreeHead } from './log-tree.js';
import { leafHash, nodeSha256 } from '../node.js';

let folder: string;
let store: EventStore;
let file: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-tree-'));
  file = join(folder, 'tree.db');
  store = await openEventStore('sqlite::memory:');
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const open = (batch?: number) =>
  LogTree.openInThread(store, { file, ...(batch === undefined ? {} : { batch }) });

const typed = (words: string, salt = '00'.repeat(16)): NewEvent => {
  const { metadata, ...event } = anEvent({ text: { note: words } });
  return { ...event, metadata: { ...metadata, salt } };
};
/** Typed text without its salt: no door of ours writes that. */
const notALeaf = () => anEvent({ text: { note: 'open' } });

const append = async (...events: readonly NewEvent[]) => {
  for (const event of events) await store.append(aStream(), [event], 'no_stream');
};
const many = (count: number) => append(...Array.from({ length: count }, (_, n) => anEvent({ n })));

const level = async (tree: LogTree): Promise<boolean> =>
  tree.waitUntil((await store.lastPosition())!, 60_000);

const onDisk = async () => {
  await store.close();
  store = await openEventStore(`sqlite:${folder}`, { durability: 'off' });
};
/** What no door of ours does. */
const change = (sql: string) => {
  const log = new DatabaseSync(join(folder, 'log.db'));
  log.exec(sql);
  log.close();
};

const headOf = (tree: LogTree): TreeHead => tree.atOnce((moment) => moment.head());

/** RFC 6962 2.1 over the log itself, word for word. */
const naiveHead = async (): Promise<TreeHead> => {
  const events = await store.readAll(null, 1_000_000);
  const rootOf = (leaves: readonly Uint8Array[]): Uint8Array => {
    if (leaves.length === 0) return nodeSha256(new Uint8Array());
    if (leaves.length === 1) return leaves[0]!;
    let split = 1;
    while (split * 2 < leaves.length) split *= 2;
    const [left, right] = [leaves.slice(0, split), leaves.slice(split)].map(rootOf);
    return nodeSha256(Buffer.concat([Buffer.of(1), left!, right!]));
  };
  const root = rootOf(events.map((event) => Buffer.from(leafHash(event), 'hex')));
  return { size: events.length, root: Uint8Array.from(root) };
};

const plain = ({ size, root }: TreeHead): TreeHead => ({ size, root: Uint8Array.from(root) });

describe('the tree of a log', () => {
  it('has a leaf for each event in the order of the log, live and from the beginning', async () => {
    await many(7);
    const tree = await open();
    expect(plain(headOf(tree))).toEqual(await naiveHead());
    await append(typed('Vertagt'), typed('Beschlossen'));
    expect(await level(tree)).toBe(true);
    expect(plain(headOf(tree))).toEqual(await naiveHead());
    const events = await store.readAll(null, 99);
    for (const [index, { id, position }] of events.entries()) {
      const entry = tree.atOnce((moment) => moment.entry(id));
      expect(entry).toMatchObject({ index, position });
    }
    expect(tree.atOnce((moment) => moment.entry(randomUUID()))).toBeUndefined();
    await tree.close();
  });

  it('goes on where it ended, however its batches fell', async () => {
    for (const [count, batch] of [
      [5, 2],
      [1, 1],
      [9, 4],
      [0, 1_000],
    ] as const) {
      await many(count);
      const tree = await open(batch);
      expect(plain(headOf(tree))).toEqual(await naiveHead());
      await tree.close();
    }
  });

  it('is that of an empty log where nothing was written', async () => {
    const tree = await open();
    expect(plain(headOf(tree))).toEqual(await naiveHead());
    expect(tree.isWhole).toBe(true);
    await tree.close();
  });

  it('is made again where the file is of another log, ends elsewhere, or is none', async () => {
    await many(6);
    await (await open()).close();
    const states = [
      `UPDATE state SET log = '${randomUUID()}'`,
      `UPDATE state SET event = '${randomUUID()}'`,
      `UPDATE state SET position = '0000000000000099'`,
      'DELETE FROM state',
      'DROP TABLE leaves',
      'PRAGMA user_version = 99',
    ];
    for (const sql of states) {
      const db = new DatabaseSync(file);
      db.exec(sql);
      db.close();
      const tree = await open();
      expect([sql, plain(headOf(tree))]).toEqual([sql, await naiveHead()]);
      await tree.close();
    }
    writeFileSync(file, 'no database at all, but long enough to be looked at '.repeat(99));
    const tree = await open();
    expect(plain(headOf(tree))).toEqual(await naiveHead());
    await tree.close();
  });

  it('ends before an event that has no leaf, says which, and goes on when it is mended', async () => {
    await onDisk();
    await many(3);
    const broken = notALeaf();
    await append(broken);
    await many(2);
    const tree = await open();
    expect(tree.size).toBe(3);
    expect(tree.trouble).toMatchObject({ event: broken.id });
    expect(tree.isWhole).toBe(false);
    expect(await level(tree)).toBe(false);
    expect(await tree.waitUntil((await store.readAll(null, 3)).at(-1)!.position)).toBe(true);
    change(`UPDATE events SET data = '{}' WHERE data LIKE '%"open"%'`);
    expect(await level(tree)).toBe(true);
    expect([tree.size, tree.trouble]).toEqual([6, null]);
    expect(plain(headOf(tree))).toEqual(await naiveHead());
    await tree.close();
  });

  it('is read again as a whole when asked, and says what the log says now', async () => {
    await onDisk();
    await append(typed('Im März'), anEvent());
    const tree = await open();
    const before = plain(headOf(tree));
    change(`UPDATE events SET data = replace(data, 'März', 'Mai')`);
    await tree.rebuild();
    expect(plain(headOf(tree))).toEqual(await naiveHead());
    expect(plain(headOf(tree))).not.toEqual(before);
    await tree.close();
  });

  it('keeps every proof of before, whatever is appended later', async () => {
    const runs = { numRuns: Number(process.env['FAST_CHECK_RUNS'] ?? 30) };
    const tree = await open(7);
    const heads: TreeHead[] = [];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.nat(), fc.nat(), async (more, a, b) => {
        await many(more);
        await level(tree);
        const later = plain(headOf(tree));
        heads.push(later);
        const earlier = heads[a % heads.length]!;
        const index = b % earlier.size;
        const { id } = (await store.readAll(null, 1_000_000))[index]!;
        tree.atOnce((moment) => {
          const { leaf } = moment.entry(id)!;
          // Against the checkpoint of then and against that of now.
          for (const { size, root } of [earlier, later]) {
            const proof = moment.inclusion(index, size);
            expect(isIncluded(nodeSha256, { index, size, leaf, proof, root })).toBe(true);
          }
          const proof = moment.consistency(earlier.size, later.size);
          expect(isConsistent(nodeSha256, { earlier, later, proof })).toBe(true);
          expect(plain(moment.headAt(earlier.size))).toEqual(earlier);
        });
      }),
      runs,
    );
    await tree.close();
  });
});
