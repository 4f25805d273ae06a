import type { DatabaseSync } from 'node:sqlite';
import { fenced } from './fence.js';

/** All or none, and nobody in between: taken for writing from the start, so that two readers cannot both win. */
export function atOnce<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = fenced(work);
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}
