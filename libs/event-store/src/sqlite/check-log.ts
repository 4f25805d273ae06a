import type { DatabaseSync } from 'node:sqlite';
import type { JsonObject } from '../canonical.js';
import { isUuid } from '../event-id.js';
import { LogError, NotStorable } from '../log-error.js';
import { type Position, positionOf } from '../position.js';
import { storedForms } from '../stored-form.js';
import { checkedStream } from '../stream-name.js';
import { openLog } from './schema.js';

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

interface StoredRow {
  readonly position: number;
  readonly stream: string | null;
  readonly id: Uint8Array;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
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

const GAP = `SELECT coalesce(s.name, e.stream) AS stream, count(*) AS events, max(e.revision) AS last
  FROM events e LEFT JOIN streams s ON s.id = e.stream
  GROUP BY e.stream HAVING min(e.revision) <> 0 OR last <> count(*) - 1 LIMIT 1`;

const EVENTS = `SELECT e.position, s.name AS stream, e.id, e.type, e.data, e.metadata
  FROM events e LEFT JOIN streams s ON s.id = e.stream ORDER BY e.position`;

const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

/** The facts of a log file that nobody writes to. */
export const logFacts = (file: string): LogFacts => withLog(file, factsOf);

/**
 * Reads a whole log file that nobody writes to: revisions without gaps, and each event as the canonical text that a log
 * stores. Throws LogBroken, else answers the facts.
 */
export const checkLog = (file: string): LogFacts =>
  withLog(file, (db) => {
    refuseGaps(db);
    refuseOtherForms(db);
    return factsOf(db);
  });

function withLog<T>(file: string, work: (db: DatabaseSync) => T): T {
  const db = openLog(file, { readOnly: true });
  try {
    return work(db);
  } catch (error) {
    const { errcode, message } = error as Error & { errcode?: number };
    if (errcode === undefined) throw error;
    const damaged = errcode === SQLITE_CORRUPT || errcode === SQLITE_NOTADB;
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

function refuseGaps(db: DatabaseSync): void {
  const gap = db.prepare(GAP).get() as { stream: string; events: number; last: number } | undefined;
  if (gap === undefined) return;
  throw new LogBroken(
    `${gap.stream} goes up to revision ${gap.last}, but has ${gap.events} events: some are missing.`,
  );
}

function refuseOtherForms(db: DatabaseSync): void {
  for (const row of db.prepare(EVENTS).iterate()) refuseOtherForm(row as unknown as StoredRow);
}

function refuseOtherForm({ position, stream, id, type, data, metadata }: StoredRow): void {
  const broken = (why: string, cause?: unknown) =>
    new LogBroken(`The event at position ${position} ${why}`, { cause });
  if (stream === null) throw broken('belongs to no stream.');
  try {
    const event = { id: dashed(id), type, data: objectOf(data), metadata: objectOf(metadata) };
    const [form] = storedForms(checkedStream(stream), [event]);
    if (form!.data !== data || form!.metadata !== metadata) throw broken('is not canonical JSON.');
  } catch (error) {
    if (error instanceof SyntaxError) throw broken('is not JSON.', error);
    if (error instanceof NotStorable) throw broken(`cannot be: ${error.message}`, error);
    throw error;
  }
}

const objectOf = (text: string) => JSON.parse(text) as JsonObject;

const dashed = (id: Uint8Array): string =>
  Buffer.from(id)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
