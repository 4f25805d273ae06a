import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

export interface Untouched {
  readonly db: DatabaseSync;
  close(): void;
}

/**
 * Opens a database so that nothing of it or beside it is written. A file that nobody writes is read as it lies; beside a
 * write-ahead log SQLite needs its index, which is there while a server runs; without it, copies are read.
 */
export const openUntouched = (file: string): Untouched => {
  if (!hasBytes(`${file}-wal`)) {
    const asItLies = pathToFileURL(file);
    asItLies.search = '?immutable=1';
    return readOnly(asItLies);
  }
  return existsSync(`${file}-shm`) ? readOnly(file) : copied(file);
};

export const hasBytes = (file: string): boolean => existsSync(file) && statSync(file).size > 0;

const BUSY_MS = 5_000;

const readOnly = (path: string | URL): Untouched => {
  const db = new DatabaseSync(path, { readOnly: true, timeout: BUSY_MS });
  return { db, close: () => db.close() };
};

const copied = (file: string): Untouched => {
  const folder = mkdtempSync(join(tmpdir(), 'klimaspur-verify-'));
  const drop = () => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, basename(file));
    for (const ending of ['', '-wal']) copyFileSync(file + ending, copy + ending);
    const { db } = readOnly(copy);
    return {
      db,
      close: () => {
        db.close();
        drop();
      },
    };
  } catch (error) {
    drop();
    throw error;
  }
};
