import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

/**
 * `full`: an acknowledged event survives a power cut. `normal`: a power cut takes the last moments, and no more.
 * `off` is for tests that show what would be missed.
 */
export type Durability = 'full' | 'normal' | 'off';

// AUTOINCREMENT: a position is never given twice, whatever is ever taken off the end.
// Ids are 16 bytes and time-ordered, so that their index grows at its right edge.
export const TABLES = `
  CREATE TABLE IF NOT EXISTS log (id TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS streams (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE IF NOT EXISTS events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
`;

/** Longer than anybody who only reads holds a lock. */
const BUSY_MS = 5_000;

/**
 * A connection to a log.db. It waits for others: a reader that meets a half-written index of the write-ahead log takes
 * the lock of the writer for a moment to look again, on a busy machine for longer.
 */
export const openLog = (
  file: string,
  options: { readonly readOnly?: boolean } = {},
): DatabaseSync => new DatabaseSync(file, { ...options, timeout: BUSY_MS });

// Moving the wal into the file stops all appends, for some hundredths of a second in a large log. A commit of 32 appends to
// streams far apart writes about 50 pages; twelve times the usual size makes this wait rarer than one commit in two hundred.
const CHECKPOINT_PAGES = 12_000;

/** Sets a connection up for writing and makes the tables of a new log. */
export function prepareLog(db: DatabaseSync, durability: Durability): void {
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = ${durability};
    PRAGMA fullfsync = ON;
    PRAGMA cache_size = -65536;
    PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};
    PRAGMA journal_size_limit = 67108864;
  `);
  db.exec(TABLES);
  db.prepare('INSERT INTO log SELECT ? WHERE NOT EXISTS (SELECT 1 FROM log)').run(randomUUID());
}

/** The random name that this log was given when it was made. */
export const logIdOf = (db: DatabaseSync): string =>
  (db.prepare('SELECT id FROM log').get() as { id: string }).id;
