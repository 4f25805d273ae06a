import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore } from '@klimaspur/event-store';
import { anEvent, aStream } from '@klimaspur/event-store/testing';
import { LogTree } from '../log-tree/log-tree.js';
import { nodeSha256 } from '../node.js';
import { parseCheckpoint } from '../note/checkpoint.js';
import { parseKey, parseNote } from '../note/note.js';
import { type KeptCheckpoints, LogSigner, type SignedCheckpoint } from './log-signer.js';
import { SigningKey } from './signing-key.js';

let folder: string;
let kept: SignedCheckpoint[];
const closing: (() => Promise<void>)[] = [];
const key = new SigningKey('klimaspur/log', randomBytes(32));

/** A vault's promises, kept in memory. */
const shelf: KeptCheckpoints = {
  newest: async () => kept.at(-1),
  keep: async (checkpoint, after) => {
    if ((kept.at(-1)?.size ?? 0) !== after) return false;
    kept.push(checkpoint);
    return true;
  },
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-signer-'));
  kept = [];
});
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
  rmSync(folder, { recursive: true });
});

const open = async (name: string, shelfOf: KeptCheckpoints = shelf) => {
  const store = await openEventStore(`sqlite:${join(folder, name)}`, { durability: 'off' });
  const tree = await LogTree.openInThread(store, { file: join(folder, name, 'tree.db') });
  closing.push(
    () => store.close(),
    () => tree.close(),
  );
  return { store, tree, signer: new LogSigner({ key, tree, kept: shelfOf, now: () => 1 }) };
};
type Opened = Awaited<ReturnType<typeof open>>;

const write = async ({ store, tree }: Pick<Opened, 'store' | 'tree'>, count: number) => {
  for (let n = 0; n < count; n++) await store.append(aStream(), [anEvent({ n })], 'no_stream');
  await tree.waitUntil((await store.lastPosition())!);
};

const closeAll = async () => {
  for (const close of closing.splice(0).toReversed()) await close();
};

describe('who signs a log', () => {
  it('says size and root, under a key that others can check', async () => {
    const log = await open('log');
    expect(await log.signer.sign()).toEqual({ kind: 'unchanged', checkpoint: null });
    await write(log, 3);
    const signed = await log.signer.sign();
    const { root } = log.tree.atOnce((moment) => moment.head());
    const [checkpoint] = kept as [SignedCheckpoint];
    expect(signed).toEqual({ kind: 'signed', checkpoint });
    expect(checkpoint).toMatchObject({ origin: 'klimaspur/log', size: 3, root, signedAt: 1 });
    expect(parseCheckpoint(parseNote(checkpoint.note).text).size).toBe(3);
    expect(parseKey(nodeSha256, key.verifier)).toEqual(key.public);
    expect(await log.signer.sign()).toEqual({ kind: 'unchanged', checkpoint });
    await write(log, 2);
    await log.signer.sign();
    expect(kept.map(({ size }) => size)).toEqual([3, 5]);
  });

  it('refuses an older copy of the log, says how much is missing, and goes on with the right one', async () => {
    const log = await open('log');
    await write(log, 3);
    await closeAll();
    cpSync(join(folder, 'log'), join(folder, 'old'), { recursive: true });
    const newer = await open('log');
    await write(newer, 2);
    await newer.signer.sign();
    const old = await open('old');
    const refusal = { why: 'shorter', signed: 5, size: 3, event: null };
    expect(await old.signer.sign()).toEqual({ kind: 'refused', refusal });
    expect(kept).toHaveLength(1);
    await write(newer, 1);
    expect(await newer.signer.sign()).toMatchObject({ kind: 'signed' });
  });

  it('refuses a copy that went on another way, however far', async () => {
    const log = await open('log');
    await write(log, 3);
    await closeAll();
    cpSync(join(folder, 'log'), join(folder, 'fork'), { recursive: true });
    const [one, other] = [await open('log'), await open('fork')];
    await write(one, 2);
    await one.signer.sign();
    for (const [more, size] of [
      [1, 4],
      [1, 5],
      [7, 12],
    ] as const) {
      await write(other, more);
      const why = size < 5 ? 'shorter' : 'differs';
      const refusal = { why, signed: 5, size, event: null };
      expect(await other.signer.sign()).toEqual({ kind: 'refused', refusal });
    }
    expect(kept).toHaveLength(1);
  });

  it('looks again when another was faster, and never keeps two that do not fit', async () => {
    const log = await open('log');
    await write(log, 3);
    await closeAll();
    cpSync(join(folder, 'log'), join(folder, 'fork'), { recursive: true });
    const other = await open('fork');
    await write(other, 4);
    let first = true;
    const slow: KeptCheckpoints = {
      newest: shelf.newest,
      keep: async (checkpoint, after) => {
        // Between the look and the signature.
        if (first) await other.signer.sign();
        first = false;
        return shelf.keep(checkpoint, after);
      },
    };
    const one = await open('log', slow);
    await write(one, 9);
    const refusal = { why: 'differs', signed: 7, size: 12, event: null };
    expect(await one.signer.sign()).toEqual({ kind: 'refused', refusal });
    expect(kept.map(({ size }) => size)).toEqual([7]);
  });

  it('signs nothing while the log holds an event that has no leaf', async () => {
    const log = await open('log');
    await write(log, 2);
    const broken = anEvent({ text: { note: 'without a salt' } });
    await log.store.append(aStream(), [broken], 'no_stream');
    await write(log, 1);
    const refusal = { why: 'stuck', signed: 0, size: 2, event: broken.id };
    expect(await log.signer.sign()).toEqual({ kind: 'refused', refusal });
    expect(kept).toEqual([]);
  });
});
