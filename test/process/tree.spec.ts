import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type EventReader, openEventStore, openLogReader } from '@klimaspur/event-store';
import { anEvent } from '@klimaspur/event-store/testing';
import { leafHash, LogTree, nodeSha256, TreeEdge } from '@klimaspur/proofs';
import { SqliteVault } from '@klimaspur/vault';
import { builtProgram } from '../tools/built-process.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-tree-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const writeLog = async (at: string, count: number): Promise<void> => {
  const store = await openEventStore(`sqlite:${at}`, { durability: 'off' });
  for (let left = count; left > 0; left -= 1_000) {
    const events = Array.from({ length: Math.min(left, 1_000) }, (_, n) => anEvent({ n }));
    await store.append(`measure-${randomUUID()}`, events, 'no_stream');
  }
  await store.close();
};

/** Of the first entries of a log, read anew. */
const rootOf = async (log: EventReader, size: number): Promise<string> => {
  const edge = TreeEdge.ofEmptyLog(nodeSha256);
  for (const event of await log.readAll(null, size))
    edge.append(Buffer.from(leafHash(event), 'hex'));
  return Buffer.from(edge.root()).toString('base64');
};

describe('a tree whose process is killed while it grows', () => {
  it('goes on where it was, and comes out as if nothing had happened', async () => {
    const count = 12_500;
    await writeLog(folder, count);
    const sizes: number[] = [];
    const grow = () => {
      const program = builtProgram('test/process/tree-grower.ts', folder);
      const { stdout, signal } = spawnSync(process.execPath, program, { encoding: 'utf8' });
      sizes.push(Number(stdout.split('\n')[0]));
      return signal;
    };
    // The first is always killed: it is told of the first thousand.
    expect(grow()).toBe('SIGKILL');
    while (grow() === 'SIGKILL');
    // None of them began again.
    expect(sizes).toEqual([...new Set(sizes)].toSorted((a, b) => a - b));
    const log = await openLogReader(`sqlite:${folder}`);
    const tree = await LogTree.openInThread(log, { file: join(folder, 'tree.db') });
    const { size, root } = tree.atOnce((moment) => moment.head());
    expect([size, Buffer.from(root).toString('base64')]).toEqual([count, await rootOf(log, count)]);
    await tree.close();
    await log.close();
  });
});

interface Try {
  readonly kind: 'signed' | 'refused' | 'unchanged' | 'behind';
  readonly why: string | null;
}

/** A process with a copy of its own; resolves once it waits for the word. */
const signerOf = async (at: string, vault: string) => {
  const program = builtProgram('test/process/fork-signer.ts', at, vault, '4');
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, program);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('ready');
  const tries = async (): Promise<Try[]> => {
    const told: Try[] = [];
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      told.push(JSON.parse(line.value) as Try);
    }
    return told;
  };
  return { go: () => void child.stdin.write('go\n'), tries };
};

describe('two processes that go on differently with one log', () => {
  it('never both sign: all that is kept tells one story, and the other is refused', async () => {
    for (let round = 0; round < 3; round++) {
      const [one, other] = ['one', 'other'].map((name) => join(folder, `${round}-${name}`));
      const vaultFile = join(folder, `${round}-vault.db`);
      await writeLog(one!, 20);
      await SqliteVault.open(vaultFile).close();
      cpSync(one!, other!, { recursive: true });
      const signers = await Promise.all(
        [one!, other!].map((at) => signerOf(at, `sqlite:${vaultFile}`)),
      );
      for (const { go } of signers) go();
      const tried = await Promise.all(signers.map(({ tries }) => tries()));
      const winner = tried.findIndex((tries) => tries.some(({ kind }) => kind === 'signed'));
      expect(tried[winner]!.map(({ kind }) => kind)).toEqual(Array(4).fill('signed'));
      for (const { kind, why } of tried[1 - winner]!) {
        expect([kind, ['differs', 'shorter'].includes(why!)]).toEqual(['refused', true]);
      }
      const log = await openLogReader(`sqlite:${[one, other][winner]}`);
      const vault = SqliteVault.open(vaultFile);
      const kept = await vault.checkpoints.list(`klimaspur/${log.logId}`, { limit: 99 });
      expect(kept.map(({ size }) => size)).toEqual([24, 23, 22, 21]);
      for (const { size, root } of kept) {
        expect(Buffer.from(root).toString('base64')).toBe(await rootOf(log, size));
      }
      await vault.close();
      await log.close();
    }
  });
});
