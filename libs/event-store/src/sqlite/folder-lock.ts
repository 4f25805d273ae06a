import { mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DataFolderInUse } from '../errors.js';
import { storageTrouble } from '../storage-trouble.js';

/**
 * Holds a data folder for this process, until released or dead: the operating system takes the lock back
 * even after kill -9, so nothing stale can stay behind. It lies in a file of its own, so that readers of the log
 * are not shut out. Never open lock.db by other means in the same process: closing it would drop the lock.
 */
export function lockFolder(folder: string): { release(): void } {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'lock.db');
  const db = new DatabaseSync(file, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    const trouble = storageTrouble(error);
    if (trouble === 'held') throw new DataFolderInUse(folder);
    if (trouble !== 'damaged') throw error;
    // It holds nothing, and nobody holds it: SQLite asks for the lock before it reads. Emptied, not removed, since a lock
    // belongs to this very file.
    truncateSync(file);
    return lockFolder(folder);
  }
  return { release: () => db.close() };
}
