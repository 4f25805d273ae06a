import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { FILES, ERASED, isPartName, LOG, TAKEN_OUT, TOKEN, VAULT } from './manifest.js';
import { systemCode } from './refused.js';

/** Where that lies which a backup holds. */
export interface Sources {
  readonly log: string;
  readonly vault: string;
  /** The data folder, for the kept token and the uploaded files. */
  readonly folder: string;
}

/** Pages that are copied between two looks at the event loop: 4 MB. */
const PAGES_AT_ONCE = 1_000;

/**
 * Copies log and vault as they were at one and the same moment, whatever is written meanwhile, then token and files.
 * Must be called in the process that writes both, and nowhere else.
 */
export async function takeSnapshot(sources: Sources, to: string): Promise<void> {
  const held = holdNow(sources.log, sources.vault);
  const [log, vault] = held;
  try {
    // The vault first and alone: while it is held, a name that was deleted cannot be wiped from its write-ahead log.
    await copy(vault!, join(to, VAULT));
    vault!.close();
    await copy(log!, join(to, LOG));
  } finally {
    for (const db of held) if (db.isOpen) db.close();
  }
  await takeList(TAKEN_OUT, dirname(sources.log), to);
  await takeList(ERASED, sources.folder, to);
  // Files come after the moment: each lies there before the entry that names it, and never changes.
  for (const name of [TOKEN, ...(await uploadedFiles(sources.folder))]) {
    await takeFile(join(sources.folder, name), join(to, name));
  }
}

/**
 * Neither „log first“ nor „vault first“ would do: a role is granted in the log before the vault knows the person, and a
 * person is in the vault before the log names them. So both are held in one turn of the event loop, in which nothing of
 * this process can write. Held transactions also keep SQLite from beginning again with each write that comes.
 */
function holdNow(...files: string[]): DatabaseSync[] {
  const held: DatabaseSync[] = [];
  try {
    for (const file of files) {
      const db = new DatabaseSync(file, { readOnly: true });
      held.push(db);
      db.exec('BEGIN; SELECT 1 FROM sqlite_schema');
    }
    return held;
  } catch (error) {
    for (const db of held) db.close();
    throw error;
  }
}

async function copy(from: DatabaseSync, to: string): Promise<void> {
  await backup(from, to, { rate: PAGES_AT_ONCE });
  const db = new DatabaseSync(to);
  // One file, without those that a write-ahead log has beside it.
  db.exec('PRAGMA journal_mode = DELETE');
  db.close();
}

/** It grows, so a second name for it would not stay as it is now. */
async function takeList(name: string, from: string, to: string): Promise<void> {
  const list = join(from, name);
  if (existsSync(list)) await copyFile(list, join(to, name));
}

/** A second name costs no room and keeps what is erased meanwhile readable to the end. */
async function takeFile(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  try {
    await link(from, to);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    await copyFile(from, to);
  }
}

/** Names of the uploaded files, in order; those that are still on their way are left out. */
export async function uploadedFiles(folder: string): Promise<string[]> {
  const base = join(folder, FILES);
  const entries = await readdir(base, { recursive: true, withFileTypes: true }).catch(
    (error: unknown) => {
      if (systemCode(error) === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [FILES, ...relative(base, parentPath).split(sep), name])
    .map((path) => path.filter(Boolean).join('/'))
    .filter(isPartName)
    .sort();
}
