import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { storageTrouble } from '@klimaspur/event-store';
import type { TreeNode } from '../merkle/tree.js';

/** Up to where a tree tells the log. */
export interface TreeState {
  readonly log: string;
  /** Of the last entry in it; null: there is none yet. */
  readonly position: string | null;
  readonly event: string | null;
  readonly size: number;
}

/** An entry of the log, as the tree holds it. */
export interface TreeEntry {
  readonly index: number;
  /** Its place in the store. */
  readonly position: string;
  readonly leaf: Uint8Array;
}

/** A leaf that is to be written, with the nodes that became full by it. */
export interface GrownLeaf {
  readonly event: string;
  readonly position: string;
  /** Begins with the leaf itself. */
  readonly nodes: readonly TreeNode[];
}

/**
 * `leaves`: one row for each event of the log, counted from 0 in the order of the log; `event` is its id in 16 bytes,
 * `hash` its leaf in 32. `nodes`: the hashes of full subtrees above; the node `n` at `level` covers the leaves from
 * n·2^level on. `state`: one row; up to which event the tree goes.
 */
const TABLES = `
  CREATE TABLE IF NOT EXISTS leaves (
    n INTEGER PRIMARY KEY,
    event BLOB NOT NULL UNIQUE,
    position TEXT NOT NULL,
    hash BLOB NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS nodes (
    level INTEGER NOT NULL,
    n INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (level, n)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    log TEXT NOT NULL,
    position TEXT,
    event TEXT,
    size INTEGER NOT NULL
  ) STRICT;
`;

const NO_TABLES = ['leaves', 'nodes', 'state'].map((it) => `DROP TABLE IF EXISTS ${it};`).join('');
const VERSION = 1;
const BUSY_MS = 5_000;

/** Opens a tree to write, made where there is none, or none that can be read. */
export const openTreeToWrite = (path: string): DatabaseSync => {
  try {
    return prepared(path);
  } catch (error) {
    if (storageTrouble(error) !== 'damaged') throw error;
    removeTree(path);
    return prepared(path);
  }
};

export const openTreeToRead = (path: string): DatabaseSync =>
  new DatabaseSync(path, { readOnly: true, timeout: BUSY_MS });

/** How far a tree told which log; undefined: it tells nothing. */
export const levelOfTree = (path: string): { log: string; position: string } | undefined => {
  if (!existsSync(path)) return undefined;
  try {
    const db = openTreeToRead(path);
    try {
      const told = new TreeRows(db).state();
      return told?.position ? { log: told.log, position: told.position } : undefined;
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
};

const prepared = (path: string): DatabaseSync => {
  const db = new DatabaseSync(path, { timeout: BUSY_MS });
  try {
    const { user_version: version } = db.prepare('PRAGMA user_version').get() as {
      user_version: number;
    };
    // NORMAL: a power cut takes the last moments and never mixes them; what is missing is read again.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384');
    if (version !== VERSION) db.exec(NO_TABLES);
    db.exec(`${TABLES} PRAGMA user_version = ${VERSION}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

const removeTree = (path: string): void => {
  for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
};

/** Reading of a tree, over any connection to it. */
export class TreeRows {
  private readonly leaf: StatementSync;
  private readonly inner: StatementSync;
  private readonly found: StatementSync;

  constructor(readonly db: DatabaseSync) {
    this.leaf = db.prepare('SELECT hash FROM leaves WHERE n = ?');
    this.inner = db.prepare('SELECT hash FROM nodes WHERE level = ? AND n = ?');
    this.found = db.prepare('SELECT n, position, hash FROM leaves WHERE event = ?');
  }

  state(): TreeState | undefined {
    const row = this.db.prepare('SELECT log, position, event, size FROM state').get();
    return row as unknown as TreeState | undefined;
  }

  /** What `rootAt` and the proofs read by. */
  readonly node = (level: number, n: number): Uint8Array => {
    const row = level === 0 ? this.leaf.get(n) : this.inner.get(level, n);
    if (!row) throw new RangeError(`The tree has no node ${level}/${n}`);
    return row['hash'] as Uint8Array;
  };

  entry(event: string): TreeEntry | undefined {
    const row = this.found.get(bytesOf(event)) as
      { n: number; position: string; hash: Uint8Array } | undefined;
    return row && { index: row.n, position: row.position, leaf: row.hash };
  }
}

/** Writing of a tree; who calls it brings the transaction. */
export class TreeWriter {
  private readonly leaf: StatementSync;
  private readonly node: StatementSync;

  constructor(private readonly db: DatabaseSync) {
    this.leaf = db.prepare('INSERT INTO leaves VALUES (?, ?, ?, ?)');
    this.node = db.prepare('INSERT INTO nodes VALUES (?, ?, ?)');
  }

  grow({ event, position, nodes: [leaf, ...full] }: GrownLeaf): void {
    this.leaf.run(leaf!.index, bytesOf(event), position, leaf!.hash);
    for (const { level, index, hash } of full) this.node.run(level, index, hash);
  }

  keep({ log, position, event, size }: TreeState): void {
    this.db
      .prepare('INSERT OR REPLACE INTO state VALUES (1, ?, ?, ?, ?)')
      .run(log, position, event, size);
  }

  empty(): void {
    this.db.exec('DELETE FROM leaves; DELETE FROM nodes; DELETE FROM state');
  }
}

const bytesOf = (id: string): Uint8Array => Buffer.from(id.replaceAll('-', ''), 'hex');
