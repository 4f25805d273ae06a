import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { categoryOf, idOf } from '@klimaspur/event-store';

const REMEMBERED = 200_000;

/** Small numbers for streams, given in log order, so that every replay gives the same ones. */
export class StreamKeys {
  private readonly known = new Map<string, number>();
  private readonly select: StatementSync;
  private readonly insert: StatementSync;

  constructor(db: DatabaseSync) {
    this.select = db.prepare('SELECT key FROM stream WHERE id = ? AND category = ?');
    this.insert = db.prepare('INSERT INTO stream (category, id) VALUES (?, ?)');
  }

  find(stream: string): number | undefined {
    const known = this.known.get(stream);
    if (known !== undefined) return known;
    const row = this.select.get(idOf(stream), categoryOf(stream)) as { key: number } | undefined;
    return row && this.remember(stream, row.key);
  }

  /** Its key, given now if it has none: to be asked in log order. */
  give(stream: string): number {
    const key = this.find(stream);
    if (key !== undefined) return key;
    const { lastInsertRowid } = this.insert.run(categoryOf(stream), idOf(stream));
    return this.remember(stream, Number(lastInsertRowid));
  }

  /** After a rollback nothing that was remembered can be trusted. */
  forget(): void {
    this.known.clear();
  }

  private remember(stream: string, key: number): number {
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(stream, key);
    return key;
  }
}
