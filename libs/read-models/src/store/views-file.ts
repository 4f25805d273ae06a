import {
  close,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Position, storageTrouble } from '@klimaspur/event-store';
import {
  makeIndexes,
  makeTables,
  schemaOf,
  stampVersion,
  versionOf,
  viewsVersion,
} from './schema.js';

// The other thread holds the file for moments only: while it empties its log, or closes.
const BUSY_MS = 5000;
const MEGABYTE = 1_048_576;

/** Opens a views file to write, made where there is none, or none whose tables anybody can ask any more. */
export const openToWrite = (path: string): DatabaseSync => {
  const db = new DatabaseSync(path, { timeout: BUSY_MS });
  if (isOfNoUse(db)) {
    db.close();
    removeViews(path);
    return openToWrite(path);
  }
  if (versionOf(db) === 0) {
    makeTables(db);
    makeIndexes(db);
    stampVersion(db);
  }
  return db;
};

/** Else it is ready to be written. */
const isOfNoUse = (db: DatabaseSync): boolean => {
  try {
    const version = versionOf(db);
    if (version !== 0 && schemaOf(version) !== schemaOf(viewsVersion)) return true;
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536');
    return false;
  } catch (error) {
    if (storageTrouble(error) === 'damaged') return true;
    db.close();
    throw error;
  }
};

/** Opens a views file to ask. */
export const openToRead = (path: string): DatabaseSync => {
  const db = new DatabaseSync(path, { readOnly: true, timeout: BUSY_MS });
  db.exec('PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824; PRAGMA temp_store = MEMORY');
  return db;
};

/** What a views file answers; undefined: there is none, or it cannot be asked. */
export const answerOf = <T>(path: string, ask: (db: DatabaseSync) => T): T | undefined => {
  if (!existsSync(path)) return undefined;
  try {
    const db = openToRead(path);
    try {
      return ask(db);
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
};

/** How far a views file told which log; undefined: it tells nothing. */
export const levelOfViews = (path: string): { log: string; position: Position } | undefined =>
  answerOf(path, (db) => {
    const sql = 'SELECT log, position FROM checkpoint WHERE position IS NOT NULL';
    return db.prepare(sql).get() as { log: string; position: Position } | undefined;
  });

/**
 * Opens a file that nobody reads before it is done: a crash simply leaves it to be made again. Empty, if it is not
 * `filled` already.
 */
export const openToBuild = (path: string, { filled = false } = {}): DatabaseSync => {
  if (!filled) removeViews(path);
  const db = new DatabaseSync(path);
  db.exec(`
    PRAGMA journal_mode = MEMORY;
    PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA cache_size = -65536;
    PRAGMA temp_store = MEMORY`);
  makeTables(db);
  return db;
};

/** Opens a file that was built, to add the last that is missing; nobody reads it yet. */
export const openBuilt = (path: string): DatabaseSync => {
  const db = new DatabaseSync(path);
  db.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
  return db;
};

/** Waits for the disk, which whoever writes into the file next would do otherwise. */
export const flushToDisk = (path: string): void => {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** Where a file is built that is to take this place. */
export const nextOf = (path: string): string => `${path}.next`;

/** Where its few rows are meanwhile, while somebody else writes the many. */
export const fewOf = (path: string): string => `${path}.few`;

/**
 * The old file goes on answering, so the new one needs as much room again: to find out by filling the disk would stop all
 * who write meanwhile. Throws.
 */
export const refuseWithoutRoom = (path: string): void => {
  const { bavail, bsize } = statfsSync(dirname(path));
  const [needed, free] = [statSync(path).size, bavail * bsize];
  if (free < needed) throw new NoRoom(needed, free);
};

class NoRoom extends Error {
  readonly code = 'ENOSPC';

  constructor(needed: number, free: number) {
    const [needs, has] = [needed, free].map((bytes) => `${Math.ceil(bytes / MEGABYTE)} MB`);
    super(`To be built anew the views need ${needs} on the disk, and ${has} are free`);
    this.name = 'NoRoom';
  }
}

/** What a crash or a failure left of a build takes room, and nobody goes on with it. */
export const removeHalfBuilt = (path: string): void => {
  for (const half of [nextOf(path), fewOf(nextOf(path))]) removeViews(half);
};

export const removeViews = (path: string): void => {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true });
};

/** Puts a finished file in the place of another; no connection to either may be open. */
export const replaceViews = (built: string, path: string): void => {
  // Emptied before: a log of changes left beside the new file would be taken for its own.
  for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true });
  if (!existsSync(built)) return;
  const letGo = holdRoom(path);
  try {
    renameSync(built, path);
  } finally {
    letGo();
  }
};

/** The room of a large file is given back in a thread of its own: everybody would wait for it, a quarter of a second and more. */
const holdRoom = (path: string): (() => void) => {
  // There a file that is held cannot be replaced.
  if (process.platform === 'win32' || !existsSync(path)) return () => {};
  const file = openSync(path, 'r');
  return () => close(file, () => undefined);
};
