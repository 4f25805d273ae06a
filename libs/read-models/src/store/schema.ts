import type { DatabaseSync } from 'node:sqlite';
import { ELSEWHERE } from '../project/codes.js';

/** Raised when tables change: the old file cannot be asked any more. */
const SCHEMA_VERSION = 16;
/** Raised when the same tables get other contents: the old file serves until the new one is built. */
const CONTENT_VERSION = 2;
export const viewsVersion = SCHEMA_VERSION * 1000 + CONTENT_VERSION;
export const schemaOf = (version: number): number => Math.trunc(version / 1000);

/** Upper bound of knowledge that has not been replaced; a literal in SQL, so that partial indexes apply. */
export const OPEN = Number.MAX_SAFE_INTEGER;
/** Before and after every day that can be asked about, as day numbers. */
export const BEGINNING = -719_162;
export const END = 2_932_897;

// Every interval is half open in both times: [valid_from, valid_to) in days, [known_from, known_to) in ms.
const BOTH_TIMES = `
  known_from INTEGER NOT NULL,
  valid_from INTEGER NOT NULL,
  known_to INTEGER NOT NULL,
  valid_to INTEGER NOT NULL`;

const TABLES = `
  CREATE TABLE IF NOT EXISTS checkpoint (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    log TEXT NOT NULL,
    position TEXT,
    event TEXT,
    known_since INTEGER NOT NULL,
    arriving TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS parked (
    stream TEXT PRIMARY KEY,
    event TEXT NOT NULL,
    type TEXT NOT NULL,
    revision INTEGER NOT NULL,
    error TEXT NOT NULL,
    since INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    last INTEGER NOT NULL,
    unfiled INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS newer (
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (stream, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS stream (
    key INTEGER PRIMARY KEY,
    category TEXT NOT NULL,
    id TEXT NOT NULL,
    municipality INTEGER,
    published INTEGER NOT NULL DEFAULT 0,
    voided INTEGER NOT NULL DEFAULT 0,
    moved TEXT,
    revision INTEGER NOT NULL DEFAULT -1,
    recorded_at INTEGER,
    UNIQUE (id, category)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS event_known (
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    known_since INTEGER NOT NULL,
    PRIMARY KEY (stream, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS measure_interval (
    municipality INTEGER NOT NULL,
    measure INTEGER NOT NULL,${BOTH_TIMES},
    published INTEGER NOT NULL,
    status INTEGER NOT NULL,
    late INTEGER NOT NULL,
    stale INTEGER NOT NULL,
    unclear INTEGER NOT NULL,
    own INTEGER NOT NULL,
    decision INTEGER NOT NULL,
    implementation INTEGER NOT NULL,
    here INTEGER,
    last_news INTEGER,
    planned_end INTEGER,
    state INTEGER NOT NULL,
    PRIMARY KEY (municipality, measure, known_from, valid_from)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS measure_pack (
    measure INTEGER PRIMARY KEY,
    municipality INTEGER NOT NULL,
    published INTEGER NOT NULL,
    position INTEGER NOT NULL,
    present INTEGER NOT NULL,
    rows BLOB NOT NULL,
    texts BLOB NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS measure_state (
    measure INTEGER NOT NULL,
    state INTEGER NOT NULL,
    facts TEXT NOT NULL,
    PRIMARY KEY (measure, state)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS measure_text (
    row INTEGER PRIMARY KEY,
    municipality INTEGER NOT NULL,
    measure INTEGER NOT NULL,${BOTH_TIMES},
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    sheet TEXT NOT NULL,
    folded TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS text_of_measure ON measure_text (measure, known_from, valid_from);
  CREATE VIRTUAL TABLE IF NOT EXISTS measure_search USING fts5(
    folded, content = 'measure_text', content_rowid = 'row', tokenize = 'trigram case_sensitive 1',
    columnsize = 0
  );
  CREATE TABLE IF NOT EXISTS plan_event (
    plan INTEGER NOT NULL,
    root INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (plan, root, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS plan_link (
    plan INTEGER NOT NULL,
    subject TEXT NOT NULL,
    root INTEGER NOT NULL,
    PRIMARY KEY (plan, subject, root)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS plan_interval (
    plan INTEGER NOT NULL,${BOTH_TIMES},
    facts TEXT NOT NULL,
    PRIMARY KEY (plan, known_from, valid_from)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS field_interval (
    plan INTEGER NOT NULL,
    field TEXT NOT NULL,${BOTH_TIMES},
    facts TEXT NOT NULL,
    PRIMARY KEY (plan, field, known_from, valid_from)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS placement (
    plan INTEGER NOT NULL,
    measure INTEGER NOT NULL,${BOTH_TIMES},
    field TEXT,
    rank INTEGER NOT NULL,
    number TEXT,
    number_key TEXT NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (measure, plan, known_from, valid_from)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS municipality_interval (
    municipality INTEGER NOT NULL,${BOTH_TIMES},
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    facts TEXT NOT NULL,
    PRIMARY KEY (municipality, known_from, valid_from)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS slug (
    slug TEXT PRIMARY KEY,
    municipality INTEGER NOT NULL,
    current INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS arrival (
    source INTEGER PRIMARY KEY,
    municipality INTEGER NOT NULL,
    known_from INTEGER,
    facts TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS organ_interval (
    organ INTEGER NOT NULL,${BOTH_TIMES},
    facts TEXT NOT NULL,
    PRIMARY KEY (organ, known_from, valid_from)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS story (
    stream INTEGER PRIMARY KEY,
    entries TEXT NOT NULL,
    told TEXT,
    heir TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS person_role (
    person TEXT NOT NULL,
    role TEXT NOT NULL,
    municipality TEXT NOT NULL,
    PRIMARY KEY (person, role, municipality)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS external_key (
    system TEXT NOT NULL,
    town TEXT NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (system, key, town, kind, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS imported_value (
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    revision INTEGER NOT NULL,
    entry TEXT NOT NULL,
    stream INTEGER NOT NULL,
    correlation TEXT NOT NULL,
    PRIMARY KEY (id, type, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS import_run (correlation TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS import_measure (
    correlation TEXT NOT NULL,
    measure INTEGER NOT NULL,
    PRIMARY KEY (correlation, measure)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS change (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    entry TEXT NOT NULL,
    about TEXT,
    type TEXT NOT NULL,
    municipality INTEGER NOT NULL,
    measure INTEGER,
    author BLOB,
    known_since INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_on INTEGER NOT NULL,
    occurred_on TEXT,
    effective_on INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    before INTEGER,
    after INTEGER,
    voided INTEGER NOT NULL,
    corrected INTEGER NOT NULL,
    brief INTEGER NOT NULL,
    told INTEGER NOT NULL,
    undone_since INTEGER,
    undone_on INTEGER,
    organ TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS change_day (
    day INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS entry_name (
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    named INTEGER NOT NULL,
    needed INTEGER NOT NULL,
    PRIMARY KEY (stream, revision, named)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS file_named (
    sha256 TEXT NOT NULL,
    stream INTEGER NOT NULL,
    PRIMARY KEY (sha256, stream)
  ) STRICT, WITHOUT ROWID;
`;

const INDEXES = `
  CREATE INDEX IF NOT EXISTS going_on_elsewhere ON measure_interval (municipality, measure)
    WHERE status = ${ELSEWHERE};
  CREATE INDEX IF NOT EXISTS pack_by_position ON measure_pack (position);
  CREATE INDEX IF NOT EXISTS text_by_title ON measure_text
    (title_key, measure, known_to, known_from, valid_from, valid_to);
  CREATE INDEX IF NOT EXISTS root_of_entry ON plan_event (plan, entry);
  CREATE INDEX IF NOT EXISTS link_of_root ON plan_link (plan, root);
  CREATE INDEX IF NOT EXISTS plan_of_field ON field_interval (field);
  CREATE INDEX IF NOT EXISTS placement_of_field ON placement (plan, field, measure);
  CREATE INDEX IF NOT EXISTS towns ON stream (key, id, published, moved)
    WHERE category = 'municipality';
  CREATE INDEX IF NOT EXISTS stream_of_municipality ON stream (municipality, category);
  CREATE INDEX IF NOT EXISTS slug_of_municipality ON slug (municipality);
  CREATE INDEX IF NOT EXISTS change_of_municipality ON change (municipality, position);
  CREATE INDEX IF NOT EXISTS change_of_author ON change (author, position);
  CREATE INDEX IF NOT EXISTS change_of_kind ON change (municipality, kind, position);
  CREATE INDEX IF NOT EXISTS change_by_day ON change (municipality, effective_on, position, kind);
  CREATE INDEX IF NOT EXISTS change_of_stream ON change (stream, position);
  CREATE INDEX IF NOT EXISTS change_about ON change (stream, about) WHERE about IS NOT NULL;
  CREATE INDEX IF NOT EXISTS change_in_brief ON change (municipality, position) WHERE brief = 1;
  CREATE INDEX IF NOT EXISTS change_in_organ ON change (municipality, occurred_on) WHERE organ IS NOT NULL;
  CREATE INDEX IF NOT EXISTS merged_actors ON story (heir) WHERE heir IS NOT NULL;
  CREATE INDEX IF NOT EXISTS all_changes_in_brief ON change (position) WHERE brief = 1;
`;

export const makeTables = (db: DatabaseSync): void => db.exec(TABLES);

/** Indexes; made last by a rebuild, because sorting once is faster than inserting in order. */
export const makeIndexes = (db: DatabaseSync): void => db.exec(INDEXES);

/** The same one by one, with a pause behind each. */
export async function makeIndexesInTurn(
  db: DatabaseSync,
  pause: () => Promise<void>,
): Promise<void> {
  for (const index of INDEXES.split(';')) {
    db.exec(index);
    await pause();
  }
}

export const versionOf = (db: DatabaseSync): number =>
  (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;

export const stampVersion = (db: DatabaseSync): void =>
  db.exec(`PRAGMA user_version = ${viewsVersion}`);
