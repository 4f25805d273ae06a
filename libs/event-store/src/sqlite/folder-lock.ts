import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DataFolderInUse } from '../errors.js';

const SQLITE_BUSY = 5;

/**
 * Holds a data folder for this process, until released or dead: the operating system takes the lock back
 * even after kill -9, so nothing stale can stay behind. It lies in a file of its own, so that readers of the log
 * are not shut out. Never open lock.db by other means in the same process: closing it would drop the lock.
 */
export function lockFolder(folder: string): { release(): void } {
  mkdirSync(folder, { recursive: true });
  const db = new DatabaseSync(join(folder, 'lock.db'), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) throw new DataFolderInUse(folder);
    throw error;
  }
  return { release: () => db.close() };
}
