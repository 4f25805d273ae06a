import type { DatabaseSync } from 'node:sqlite';

/** So much of the search index is sorted in memory before it is written: by default, and where all of it is made. */
const [SORTED_BYTES, SORTED_AT_ONCE] = [1_048_576, 8 * 1_048_576];
const TEXTS_AT_ONCE = 20_000;

/** What a rebuild left out while it wrote: the search index over the texts as they are. */
export async function fillSearch(db: DatabaseSync, pause: () => Promise<void>): Promise<void> {
  const lastOf = db.prepare(
    'SELECT max(row) AS last FROM (SELECT row FROM measure_text WHERE row > ? ORDER BY row LIMIT ?)',
  );
  const fill = db.prepare(
    `INSERT INTO measure_search (rowid, folded)
      SELECT row, folded FROM measure_text WHERE row > ? AND row <= ?`,
  );
  sortBy(db, SORTED_AT_ONCE);
  db.exec('BEGIN');
  for (let done = 0; ; await pause()) {
    const { last } = lastOf.get(done, TEXTS_AT_ONCE) as { last: number | null };
    if (last === null) break;
    fill.run(done, last);
    done = last;
  }
  db.exec('COMMIT');
  sortBy(db, SORTED_BYTES);
}

/** From now on each text comes into the search index as it is written, until the end is called outside a transaction. */
export function indexedAsWritten(db: DatabaseSync): { readonly end: () => void } {
  sortBy(db, SORTED_AT_ONCE);
  db.exec(`CREATE TEMP TRIGGER text_written AFTER INSERT ON main.measure_text BEGIN
    INSERT INTO measure_search (rowid, folded) VALUES (new.row, new.folded);
  END`);
  const end = (): void => {
    db.exec('DROP TRIGGER temp.text_written');
    sortBy(db, SORTED_BYTES);
  };
  return { end };
}

// A bound number would be none that the index takes.
const sortBy = (db: DatabaseSync, bytes: number): void =>
  db.exec(`INSERT INTO measure_search (measure_search, rank) VALUES ('hashsize', ${bytes})`);
