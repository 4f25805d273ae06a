import type { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { canonicalJson, type JsonObject } from '../canonical.js';
import { LogWriteFailed, TextsRemain } from '../errors.js';
import { isTakenOut, withoutText } from '../taken-out.js';
import { bytesOf } from './id-bytes.js';

/** In the file itself, so that whoever opens it after a crash knows: copies of taken-out texts may lie in it. */
const COPIES_MAY_REMAIN = 1;
const NOTHING_REMAINS = 0;

/** Whoever reads holds the write-ahead log for moments only, a backup for as long as it takes. */
const TRIES = 50;
const PAUSE_MS = 200;

/** Rewrites the rows, in one transaction. Answers how many of them still had text. */
export function takeTextsOut(db: DatabaseSync, eventIds: readonly string[]): number {
  const find = db.prepare('SELECT data, metadata FROM events WHERE id = ?');
  const rewrite = db.prepare('UPDATE events SET data = ?, metadata = ? WHERE id = ?');
  let taken = 0;
  db.exec('PRAGMA secure_delete = ON; BEGIN IMMEDIATE');
  try {
    for (const id of eventIds) {
      const row = find.get(bytesOf(id)) as { data: string; metadata: string } | undefined;
      if (!row) continue;
      const event = { data: objectOf(row.data), metadata: objectOf(row.metadata) };
      const { data, metadata } = withoutText(event);
      if (isTakenOut(event.data) || !isTakenOut(data)) continue;
      rewrite.run(canonicalJson(data), canonicalJson(metadata), bytesOf(id));
      taken++;
    }
    if (taken > 0) db.exec(`PRAGMA user_version = ${COPIES_MAY_REMAIN}`);
    db.exec('COMMIT');
  } catch (cause) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw new LogWriteFailed(cause);
  }
  return taken;
}

/**
 * Copies of a row can lie in the write-ahead log, in free pages, and in gaps of pages that were divided long ago: so the whole
 * file is written anew, and the write-ahead log emptied. Does nothing where nothing was taken out since.
 */
export async function leaveNoCopies(db: DatabaseSync): Promise<void> {
  if (versionOf(db) === NOTHING_REMAINS) return;
  try {
    db.exec('VACUUM');
  } catch (cause) {
    throw new TextsRemain(cause);
  }
  for (let tries = 1; !isEmptied(db); tries++) {
    if (tries === TRIES) throw new TextsRemain();
    await setTimeout(PAUSE_MS);
  }
  db.exec(`PRAGMA user_version = ${NOTHING_REMAINS}`);
}

/** Does not wait for readers: nobody else could go on meanwhile. */
function isEmptied(db: DatabaseSync): boolean {
  const { timeout } = db.prepare('PRAGMA busy_timeout').get() as { timeout: number };
  db.exec('PRAGMA busy_timeout = 0');
  try {
    const done = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
    return done.busy === 0;
  } finally {
    db.exec(`PRAGMA busy_timeout = ${timeout}`);
  }
}

const versionOf = (db: DatabaseSync): number =>
  (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;

const objectOf = (text: string) => JSON.parse(text) as JsonObject;
