import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openEventStore, openLogReader } from '@klimaspur/event-store';
import { leafHash, nodeSha256, TreeEdge } from '@klimaspur/proofs';
import { openVault } from '@klimaspur/vault';
import { shiftLeases } from '@klimaspur/vault/testing';
import { builtProgram } from '../tools/built-process.js';
import { freshDatabase, freshSchema, statement } from '../tools/postgres.js';

interface Done {
  readonly kind?: string;
  readonly fence?: number | null;
}

/** A process with a copy of the log, and the vault that all share. */
interface Signer {
  readonly child: ChildProcessWithoutNullStreams;
  tell(word: string): Promise<Done>;
}

const HOUR_MS = 3_600_000;

let database: string;
let folder: string;
let url: string;
let origin: string;
let signers: Signer[];

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-signers-'));
  url = await freshSchema(database);
  await (await openVault(url)).close();
  const log = await openEventStore(`sqlite:${join(folder, 'here')}`);
  origin = `klimaspur/${log.logId}`;
  await log.close();
  cpSync(join(folder, 'here'), join(folder, 'there'), { recursive: true });
  signers = await Promise.all(['here', 'there'].map((name) => start(join(folder, name))));
});
afterEach(() => {
  for (const { child } of signers) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

async function start(at: string): Promise<Signer> {
  const child = spawn(process.execPath, builtProgram('test/process/turn-signer.ts', at, url));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('ready');
  const tell = async (word: string) => {
    child.stdin.write(`${word}\n`);
    return JSON.parse((await lines.next()).value as string) as Done;
  };
  return { child, tell };
}

const both = (word: string): Promise<Done[]> => Promise.all(signers.map(({ tell }) => tell(word)));

const killed = async ({ child }: Signer): Promise<void> => {
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('close', resolve));
};

/** Every checkpoint that was kept is of this one log. */
async function oneStory(): Promise<number[]> {
  const vault = await openVault(url);
  const kept = await vault.checkpoints.list(origin, { limit: 999 });
  await vault.close();
  const log = await openLogReader(`sqlite:${join(folder, 'there')}`);
  const roots = new Map<number, string>();
  const edge = TreeEdge.ofEmptyLog(nodeSha256);
  for (const [index, event] of (await log.readAll(null, 999)).entries()) {
    edge.append(Buffer.from(leafHash(event), 'hex'));
    roots.set(index + 1, Buffer.from(edge.root()).toString('hex'));
  }
  await log.close();
  for (const { size, root } of kept)
    expect(Buffer.from(root).toString('hex')).toBe(roots.get(size));
  return kept.map(({ size }) => size).toReversed();
}

describe('two processes that sign one log in a PostgreSQL', () => {
  it('sign each state once, in turn, under numbers that only grow', async () => {
    const fences: number[] = [];
    for (let n = 1; n <= 8; n += 1) {
      await both(`grow ${n}`);
      const done = await both('sign');
      const signed = done.filter(({ kind }) => kind === 'signed');
      expect(signed).toHaveLength(1);
      fences.push(signed[0]!.fence!);
    }
    expect(fences).toEqual(fences.toSorted((a, b) => a - b));
    expect(new Set(fences).size).toBe(fences.length);
    expect(await oneStory()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('go on when the one whose turn it is was killed, once its time has run out', async () => {
    const [here, there] = signers as [Signer, Signer];
    await both('grow 1');
    expect(await here.tell('hold')).toEqual({ fence: 1 });
    await killed(here);
    expect(await there.tell('sign')).toEqual({ kind: 'not-my-turn' });
    await statement(url, shiftLeases(HOUR_MS));
    expect(await there.tell('sign')).toEqual({ kind: 'signed', fence: 2 });
    expect(await oneStory()).toEqual([1]);
  });

  it('keep nothing of one that stood still until another had taken its turn', async () => {
    const [here, there] = signers as [Signer, Signer];
    await both('grow 1');
    expect(await here.tell('hold')).toEqual({ fence: 1 });
    here.child.kill('SIGSTOP');
    await statement(url, shiftLeases(HOUR_MS));
    expect(await there.tell('sign')).toEqual({ kind: 'signed', fence: 2 });
    await there.tell('grow 2');
    here.child.kill('SIGCONT');
    await here.tell('grow 2');
    expect(await here.tell('finish')).toEqual({ kind: 'vault/lease-lost' });
    expect(await there.tell('sign')).toEqual({ kind: 'signed', fence: 3 });
    expect(await oneStory()).toEqual([1, 2]);
  });

  it('never both sign when their logs go on differently', async () => {
    const [here, there] = signers as [Signer, Signer];
    await both('grow 1');
    await here.tell('sign');
    await here.tell('grow 2');
    await there.tell('grow 3');
    expect(await there.tell('sign')).toMatchObject({ kind: 'signed' });
    expect(await here.tell('sign')).toMatchObject({ kind: 'refused' });
    await here.tell('grow 4');
    expect(await here.tell('sign')).toMatchObject({ kind: 'refused' });
    expect(await oneStory()).toEqual([1, 2]);
  });
});
