import type { DatabaseSync, StatementSync } from 'node:sqlite';

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

  find(category: string, id: string): number | undefined {
    const name = `${category}-${id}`;
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const row = this.select.get(id, category) as { key: number } | undefined;
    return row && this.remember(name, row.key);
  }

  /** Its key, given now if it has none: to be asked in log order. */
  give(category: string, id: string): number {
    return (
      this.find(category, id) ??
      this.remember(`${category}-${id}`, Number(this.insert.run(category, id).lastInsertRowid))
    );
  }

  /** After a rollback nothing that was remembered can be trusted. */
  forget(): void {
    this.known.clear();
  }

  private remember(name: string, key: number): number {
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(name, key);
    return key;
  }
}
