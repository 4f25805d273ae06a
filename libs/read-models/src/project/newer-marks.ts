import type { DatabaseSync } from 'node:sqlite';

/** Where events lie that a newer program wrote. */
export const newerMarks = (
  db: DatabaseSync,
): readonly { readonly stream: string; readonly revision: number }[] =>
  db
    .prepare(
      `SELECT s.category || '-' || s.id AS stream, n.revision
      FROM newer n JOIN stream s ON s.key = n.stream ORDER BY n.stream, n.revision`,
    )
    .all() as { stream: string; revision: number }[];
