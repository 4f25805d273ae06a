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

type Entry = { data: { outcome?: string }; metadata: { occurredOn: string } };

/** Ways to read one stream by hand, each to a list of parsed events; the bench takes the fastest. */
export function rawReads(db: DatabaseSync): ((stream: string) => Entry[])[] {
  const ofStream = `FROM events WHERE stream = (SELECT id FROM streams WHERE name = ?) ORDER BY revision`;
  const objects = db.prepare(`SELECT data, metadata ${ofStream}`);
  const arrays = db.prepare(`SELECT data, metadata ${ofStream}`);
  arrays.setReturnArrays(true);
  const oneText = db.prepare(
    `SELECT '[' || group_concat(row, ',') || ']' AS rows
      FROM (SELECT '{"data":' || data || ',"metadata":' || metadata || '}' AS row ${ofStream})`,
  );
  const parsed = (data: string, metadata: string): Entry => ({
    data: JSON.parse(data) as Entry['data'],
    metadata: JSON.parse(metadata) as Entry['metadata'],
  });
  return [
    (stream) =>
      (objects.all(stream) as { data: string; metadata: string }[]).map(({ data, metadata }) =>
        parsed(data, metadata),
      ),
    (stream) => (arrays.all(stream) as unknown as [string, string][]).map((row) => parsed(...row)),
    (stream) => JSON.parse((oneText.get(stream) as { rows: string }).rows) as Entry[],
  ];
}
