import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { FENCE } from './fence.js';

// An older Klimaspur must go on with the vault of a newer one: tables may be added here, but never changed.
const TABLES = `
  CREATE TABLE IF NOT EXISTS persons (
    id TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS login_links (
    hash BLOB PRIMARY KEY,
    id TEXT NOT NULL,
    role TEXT NOT NULL,
    municipality TEXT,
    person TEXT NOT NULL,
    made_by TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS sessions (
    hash BLOB PRIMARY KEY,
    person TEXT NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS sessions_of_person ON sessions (person);
  CREATE TABLE IF NOT EXISTS pages (
    key TEXT NOT NULL,
    lang TEXT NOT NULL,
    text TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (key, lang)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS responsible (
    municipality TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    email TEXT NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS notices (
    id TEXT PRIMARY KEY,
    municipality TEXT NOT NULL,
    measure TEXT NOT NULL,
    entry TEXT,
    text TEXT NOT NULL,
    source TEXT,
    email TEXT,
    received_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    note TEXT,
    settled_at INTEGER,
    settled_by TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS notices_of_municipality
    ON notices (municipality, state, received_at);
  CREATE TABLE IF NOT EXISTS measure_notes (
    id TEXT PRIMARY KEY,
    municipality TEXT NOT NULL,
    measure TEXT NOT NULL,
    text TEXT NOT NULL,
    written_at INTEGER NOT NULL,
    written_by TEXT,
    changed_at INTEGER,
    changed_by TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS notes_of_measure ON measure_notes (measure, written_at);
  CREATE TABLE IF NOT EXISTS contacts (
    id TEXT PRIMARY KEY,
    municipality TEXT NOT NULL,
    actor TEXT NOT NULL,
    name TEXT,
    email TEXT,
    note TEXT,
    changed_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS contacts_of_municipality ON contacts (municipality, actor);
  CREATE TABLE IF NOT EXISTS meeting_notes (
    municipality TEXT NOT NULL,
    meeting TEXT NOT NULL,
    join_url TEXT,
    text TEXT,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, meeting)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS files (
    sha256 TEXT PRIMARY KEY,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    erased_at INTEGER,
    reason TEXT,
    erased_by TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS file_uploads (
    sha256 TEXT NOT NULL,
    person TEXT NOT NULL,
    municipality TEXT NOT NULL,
    name TEXT NOT NULL,
    uploaded_at INTEGER NOT NULL,
    PRIMARY KEY (sha256, person, municipality)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS secrets (
    name TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS checkpoints (
    origin TEXT NOT NULL,
    size INTEGER NOT NULL,
    root BLOB NOT NULL,
    note TEXT NOT NULL,
    signed_at INTEGER NOT NULL,
    PRIMARY KEY (origin, size)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS renewed_secrets (
    name TEXT PRIMARY KEY,
    since INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS leases (
    name TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    fence INTEGER NOT NULL,
    taken_at INTEGER NOT NULL,
    until INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS dismissals (
    projection TEXT NOT NULL,
    event TEXT NOT NULL,
    stream TEXT NOT NULL,
    reason TEXT NOT NULL,
    dismissed_at INTEGER NOT NULL,
    PRIMARY KEY (projection, event)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS public_version (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    version INTEGER NOT NULL
  ) STRICT;
  INSERT OR IGNORE INTO public_version VALUES (1, 0);
`;

/** What public pages show of the vault. By triggers, so that no way of writing forgets to count. */
const SHOWN = ['persons', 'pages', 'responsible', 'files'];
const COUNTED = SHOWN.flatMap((table) =>
  ['INSERT', 'UPDATE', 'DELETE'].map(
    (change) => `CREATE TRIGGER IF NOT EXISTS ${table}_${change} AFTER ${change} ON ${table}
    BEGIN UPDATE public_version SET version = version + 1; END;`,
  ),
).join('\n');

/** Several processes that start at once make the tables one after the other. */
const OPENING_MS = 5_000;
/** All others of this process stand still so long, where another one holds the file. */
const HELD_MS = 20;

export const IN_MEMORY = ':memory:';
const SQLITE_CORRUPT = 11;

/** Opens or makes a vault. The file is its owner's alone; what is deleted is overwritten. */
export function openVaultFile(file: string): DatabaseSync {
  if (file !== IN_MEMORY) closeSync(openSync(file, 'a', 0o600));
  const db = new DatabaseSync(file, { timeout: OPENING_MS });
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA secure_delete = ON;
  `);
  db.exec(TABLES + COUNTED + FENCE);
  refuseDamaged(db);
  db.exec(`PRAGMA busy_timeout = ${HELD_MS}`);
  return db;
}

/** Also where nobody reads before some later question: who is let in with half a vault would be signed out, or nameless. */
function refuseDamaged(db: DatabaseSync): void {
  const { quick_check: found } = db.prepare('PRAGMA quick_check(1)').get() as {
    quick_check: string;
  };
  if (found === 'ok') return;
  db.close();
  throw Object.assign(new Error(found), { code: 'ERR_SQLITE_ERROR', errcode: SQLITE_CORRUPT });
}
