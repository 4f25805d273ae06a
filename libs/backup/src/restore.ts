import { existsSync } from 'node:fs';
import {
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { checkLog, lockFolder, LogBroken, type LogFacts } from '@klimaspur/event-store';
import { LISTS, LOG, type Manifest, VAULT } from './manifest.js';
import { readBackup } from './read-backup.js';
import { BackupRefused, systemCode } from './refused.js';

/** Where parts lie until all of them are known to be right. */
const STAGING = 'restore.tmp';
/** What may lie in a data folder that holds nothing. */
const NOTHING = new Set([STAGING, 'lock.db', 'lock.db-journal', 'lost+found', ...LISTS]);

/** Does all that a restore does, but in a folder that is thrown away. */
export async function tryRestore(file: string): Promise<Manifest> {
  const folder = await mkdtemp(join(tmpdir(), 'klimaspur-restore-'));
  try {
    return await checkedParts(file, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Puts a backup into a data folder that is new or empty; nobody can start a server there meanwhile. Whatever goes wrong,
 * the folder is left as it was.
 */
export async function restoreBackup(file: string, dataFolder: string): Promise<Manifest> {
  await refuseUsed(dataFolder);
  const made = await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const lockWasThere = existsSync(join(dataFolder, 'lock.db'));
  const lock = lockFolder(dataFolder);
  const staging = join(dataFolder, STAGING);
  try {
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { mode: 0o700 });
    const manifest = await checkedParts(file, staging);
    await joinLists(dataFolder, staging);
    await moveInto(dataFolder, staging);
    lock.release();
    return manifest;
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!lockWasThere) await rm(join(dataFolder, 'lock.db'), { force: true });
    lock.release();
    if (made !== undefined) await rmdir(dataFolder);
    throw error;
  }
}

async function refuseUsed(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
  const [first, ...others] = names.filter((name) => !NOTHING.has(name));
  if (first === undefined) return;
  throw new BackupRefused('not-empty', { folder, first, more: others.length });
}

/** What was taken out since the backup was made must be taken out again: the list that lies here is longer than its own. */
async function joinLists(folder: string, staging: string): Promise<void> {
  for (const name of LISTS) {
    const [kept, came] = await Promise.all(
      [folder, staging].map((place) => linesOf(join(place, name))),
    );
    const lines = new Set([...(came ?? []), ...(kept ?? [])]);
    if (lines.size === 0) continue;
    await writeFile(join(staging, name), `${[...lines].join('\n')}\n`, { mode: 0o600 });
  }
}

async function linesOf(file: string): Promise<string[]> {
  if (!existsSync(file)) return [];
  return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
}

/** The log last: with it a folder becomes one that a server serves. */
async function moveInto(folder: string, staging: string): Promise<void> {
  const names = (await readdir(staging)).sort((a, b) => Number(a === LOG) - Number(b === LOG));
  for (const name of names) await rename(join(staging, name), join(folder, name));
  await rmdir(staging);
  const handle = await open(folder);
  await handle.sync();
  await handle.close();
}

async function checkedParts(file: string, folder: string): Promise<Manifest> {
  const manifest = await readBackup(file, folder);
  for (const name of [LOG, VAULT]) refuseBroken(name, join(folder, name));
  const facts = factsOf(join(folder, LOG));
  for (const name of Object.keys(facts) as (keyof LogFacts)[]) {
    if (facts[name] === manifest[name]) continue;
    const said = String(manifest[name]);
    throw new BackupRefused('other-facts', { name, said, found: String(facts[name]) });
  }
  return manifest;
}

function factsOf(log: string): LogFacts {
  try {
    return checkLog(log);
  } catch (error) {
    if (!(error instanceof LogBroken)) throw error;
    throw new BackupRefused('log-broken', { detail: error.message }, { cause: error });
  }
}

function refuseBroken(name: string, path: string): void {
  const detail = integrityOf(path);
  if (detail === 'ok') return;
  throw new BackupRefused('part-broken', { name, detail });
}

function integrityOf(path: string): string {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    const rows = db.prepare('PRAGMA integrity_check(3)').all() as { integrity_check: string }[];
    return rows.map(({ integrity_check: finding }) => finding).join('; ');
  } catch (error) {
    return (error as Error).message;
  } finally {
    db.close();
  }
}
