import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { ENOUGH_FAILURES } from './standing.js';

/** Raised when the tables change: a file with others is begun anew. */
const VERSION = 2;

const TABLES = `
  CREATE TABLE link (
    url TEXT PRIMARY KEY,
    host TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    checked_at INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    first_failed_at INTEGER,
    last_failed_at INTEGER,
    reason TEXT,
    answered_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX link_due ON link (due_at);
  CREATE INDEX link_host ON link (host);
  CREATE INDEX link_unreachable ON link (url) WHERE failures >= ${ENOUGH_FAILURES};
  CREATE TABLE place (
    stream TEXT NOT NULL,
    url TEXT NOT NULL,
    town TEXT NOT NULL,
    PRIMARY KEY (stream, url)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX place_url ON place (url);
  CREATE TABLE log (id TEXT NOT NULL, position TEXT NOT NULL) STRICT;
  PRAGMA user_version = ${VERSION};
`;

/** Opens or makes the file; one that cannot be read, or is of another version, is thrown away. */
export function openLinkFile(file: string): DatabaseSync {
  try {
    return opened(file);
  } catch {
    for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
    return opened(file);
  }
}

function opened(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: 5_000 });
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON');
    const version = db.prepare('PRAGMA user_version').get()?.['user_version'];
    if (version === 0) db.exec(TABLES);
    else if (version !== VERSION) throw new Error(`version ${version}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
