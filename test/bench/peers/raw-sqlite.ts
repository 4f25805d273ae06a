import { DatabaseSync } from 'node:sqlite';
import type { Call } from '../log-samples.js';

/**
 * What one would write by hand on node:sqlite, with the same table, indexes, journal and sync, and the group formed
 * already: no checks, no promises, nothing but the bytes.
 */
export class RawSqlite {
  readonly db: DatabaseSync;
  private readonly streams = new Map<string, number>();

  constructor(file: string) {
    this.db = new DatabaseSync(file);
    this.db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA cache_size = -65536;
      PRAGMA wal_autocheckpoint = 12000;
      CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
      CREATE TABLE events (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        stream INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        id BLOB NOT NULL UNIQUE,
        type TEXT NOT NULL,
        data TEXT NOT NULL,
        metadata TEXT NOT NULL,
        UNIQUE (stream, revision)
      ) STRICT;
    `);
  }

  /** Inserts all calls, a transaction for every `group` of them. */
  append(calls: readonly Call[], group: number): void {
    const insert = this.db.prepare(
      'INSERT INTO events (stream, revision, id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?)',
    );
    for (let start = 0; start < calls.length; start += group) {
      this.db.exec('BEGIN IMMEDIATE');
      for (const { stream, revision, event } of calls.slice(start, start + group)) {
        insert.run(
          this.streamId(stream),
          revision,
          Buffer.from(event.id.replaceAll('-', ''), 'hex'),
          event.type,
          JSON.stringify(event.data),
          JSON.stringify(event.metadata),
        );
      }
      this.db.exec('COMMIT');
    }
  }

  private streamId(name: string): number {
    const known = this.streams.get(name);
    if (known !== undefined) return known;
    const { lastInsertRowid } = this.db.prepare('INSERT INTO streams (name) VALUES (?)').run(name);
    this.streams.set(name, Number(lastInsertRowid));
    return Number(lastInsertRowid);
  }
}

export interface Entry {
  readonly id: string;
  readonly type: string;
  readonly data: { readonly outcome?: unknown };
  readonly metadata: { readonly occurredOn?: unknown };
}

type Row = [id: string, type: string, data: string, metadata: string];

/**
 * Ways to read one stream by hand, with the least that a timeline can be folded from: corrections name the id of
 * their entry, so that it takes part. No revision, no position, no name of the stream.
 */
export function rawReads(db: DatabaseSync): ((stream: string) => Entry[])[] {
  const ofStream =
    'FROM events WHERE stream = (SELECT id FROM streams WHERE name = ?) ORDER BY revision';
  const columns = `SELECT hex(id) AS id, type, data, metadata ${ofStream}`;
  const objects = db.prepare(columns);
  const arrays = db.prepare(columns);
  arrays.setReturnArrays(true);
  const oneText = db.prepare(
    `SELECT '[' || group_concat(row, ',') || ']' AS rows FROM (SELECT '{"id":"' || hex(id) ||
      '","type":"' || type || '","data":' || data || ',"metadata":' || metadata || '}' AS row
      ${ofStream})`,
  );
  return [
    (stream) =>
      (objects.all(stream) as Record<string, string>[]).map((row) =>
        parsed([row['id']!, row['type']!, row['data']!, row['metadata']!]),
      ),
    (stream) => (arrays.all(stream) as unknown as Row[]).map(parsed),
    (stream) => JSON.parse((oneText.get(stream) as { rows: string }).rows) as Entry[],
  ];
}

const parsed = ([id, type, data, metadata]: Row): Entry => ({
  id,
  type,
  data: JSON.parse(data) as Entry['data'],
  metadata: JSON.parse(metadata) as Entry['metadata'],
});
