import type { DatabaseSync } from 'node:sqlite';
import { isUuid } from '../event-id.js';
import { LogError } from '../log-error.js';
import { type Position, positionOf } from '../position.js';
import { storageTrouble } from '../storage-trouble.js';
import { openLog } from './schema.js';
import { walkLog } from './walk-log.js';

/** What tells one log from another, and how far it goes. */
export interface LogFacts {
  readonly logId: string;
  /** Of the last event; null while the log is empty. */
  readonly position: Position | null;
  readonly events: number;
  readonly towns: number;
  /** The instant at which the last event was recorded. */
  readonly lastRecordedAt: string | null;
}

/** A log file is not what a log writes. */
export class LogBroken extends LogError {
  constructor(message: string, options?: ErrorOptions) {
    super('log/broken', message, options);
  }
}

interface FactsRow extends Omit<LogFacts, 'logId' | 'position'> {
  readonly logId: string | null;
  readonly last: number | null;
}

const FACTS = `SELECT
  (SELECT min(id) FROM log) AS logId,
  (SELECT max(position) FROM events) AS last,
  (SELECT count(*) FROM events) AS events,
  (SELECT count(*) FROM streams WHERE name GLOB 'municipality-*') AS towns,
  (SELECT metadata ->> 'recordedAt' FROM events ORDER BY position DESC LIMIT 1) AS lastRecordedAt`;

/** The facts of a log file that nobody writes to. */
export const logFacts = (file: string): LogFacts => withLog(file, factsOf);

/**
 * Reads a whole log file that nobody writes to: revisions without gaps, and each event as the canonical text that a log
 * stores. Throws LogBroken, else answers the facts.
 */
export const checkLog = (file: string): LogFacts =>
  withLog(file, (db) => {
    refuseFaults(db);
    return factsOf(db);
  });

function withLog<T>(file: string, work: (db: DatabaseSync) => T): T {
  const db = openLog(file, { readOnly: true });
  try {
    return work(db);
  } catch (error) {
    const { errcode, message } = error as Error & { errcode?: number };
    if (errcode === undefined) throw error;
    const damaged = storageTrouble(error) === 'damaged';
    throw new LogBroken(damaged ? `It is damaged: ${message}` : `It is no log: ${message}`, {
      cause: error,
    });
  } finally {
    db.close();
  }
}

function factsOf(db: DatabaseSync): LogFacts {
  const { logId, last, ...rest } = db.prepare(FACTS).get() as unknown as FactsRow;
  if (logId === null || !isUuid(logId)) throw new LogBroken('It has no name of its own.');
  return { logId, position: last === null ? null : positionOf(last), ...rest };
}

function refuseFaults(db: DatabaseSync): void {
  for (const { at, fault } of walkLog(db)) {
    if (fault) throw new LogBroken(`The event at position ${Number(at.position)}: ${fault.detail}`);
  }
}
