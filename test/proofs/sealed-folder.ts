import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type NewEvent, openEventStore } from '@klimaspur/event-store';
import { LogSigner, LogTree, SigningKey } from '@klimaspur/proofs';
import { SqliteVault } from '@klimaspur/vault';
import { keptInTurn } from '../tools/kept-in-turn.js';

/** Small numbers that look random and are the same in every run (mulberry32). */
export const dice = (seed: number) => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    below: (count: number): number => next() % count,
    hex: (bytes: number): string =>
      Array.from({ length: bytes }, () => (next() % 256).toString(16).padStart(2, '0')).join(''),
  };
};

export const LOG = '11111111-2222-4333-8444-555555555555';
export const FILES = ['log.db', 'log.db-wal', 'tree.db', 'tree.db-wal', 'vault.db', 'vault.db-wal'];
export const EVENTS = 120;
const STREAMS = 12;
/** Where somebody signed. */
export const SIGNED = [40, 80, EVENTS];

const rolls = dice(6962);
const uuid = () => rolls.hex(16).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-a$4-$5');
const streams = Array.from({ length: STREAMS }, () => `measure-${uuid()}`);

const event = (n: number): NewEvent => {
  const note = `Die Ausschüsse vertagten Punkt ${n}: „zu teuer“ ${'x'.repeat(rolls.below(400))}`;
  const hasText = n % 4 !== 3;
  return {
    id: uuid(),
    type: ['MeasureDeliberated', 'MeasureChecked', 'MeasureDelayReported'][n % 3]!,
    data: { reason: 'STAFF', amount: n * 100, ...(hasText ? { text: { note } } : {}) },
    metadata: {
      actor: { person: uuid(), role: 'MONITOR' },
      occurredOn: '2025-04-30',
      recordedAt: new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString(),
      schemaVersion: 1,
      ...(hasText ? { salt: rolls.hex(16) } : {}),
    },
  };
};

/** A log of which half lies in the file and half in its write-ahead log, with its tree, signed three times. */
export async function sealedFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'klimaspur-sealed-'));
  const made = join(folder, 'made');
  const open = () => openEventStore(`sqlite:${made}`);
  await (await open()).close();
  const db = new DatabaseSync(join(made, 'log.db'));
  db.prepare('UPDATE log SET id = ?').run(LOG);
  db.close();
  const vault = SqliteVault.open(join(made, 'vault.db'));
  const origin = `klimaspur/${LOG}`;
  const key = new SigningKey(origin, await vault.secret(`signing-key ${origin}`));
  const revisions = new Map<string, number>();
  let told = 0;
  for (const size of SIGNED) {
    const store = await open();
    for (; told < size; told += 1) {
      const stream = streams[rolls.below(STREAMS)]!;
      const before = revisions.get(stream);
      await store.append(stream, [event(told)], before ?? 'no_stream');
      revisions.set(stream, (before ?? -1) + 1);
    }
    const tree = await LogTree.openInThread(store, { file: join(made, 'tree.db') });
    const now = () => Date.UTC(2026, 1, 1, 0, size);
    await new LogSigner({ key, tree, kept: keptInTurn(vault), now }).sign();
    await tree.close();
    // What is written last stays in the write-ahead log of the copy.
    if (size === EVENTS) copyFolder(made, join(folder, 'sealed'));
    await store.close();
  }
  await vault.close();
  for (const name of ['tree.db', 'vault.db']) settle(made, join(folder, 'sealed'), name);
  return join(folder, 'sealed');
}

/** Copies a database with all that lies in its write-ahead log. */
const settle = (from: string, to: string, name: string): void => {
  const db = new DatabaseSync(join(from, name));
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  rmSync(join(to, `${name}-wal`), { force: true });
  copyFileSync(join(from, name), join(to, name));
};

export const copyFolder = (from: string, to: string): string => {
  mkdirSync(to, { recursive: true });
  for (const name of FILES) {
    rmSync(join(to, name), { force: true });
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
  }
  return to;
};
