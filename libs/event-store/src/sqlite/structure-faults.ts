import { DatabaseSync } from 'node:sqlite';
import { isUuid } from '../event-id.js';
import type { LogFault, LogFaultCode } from './log-fault.js';
import { TABLES } from './schema.js';

const MOST = 20;

/** What SQLite itself finds wrong with a file: damaged pages, rows that an index does not know or knows otherwise. */
export const damageIn = (db: DatabaseSync): string[] => {
  const rows = db.prepare(`PRAGMA integrity_check(${MOST})`).all();
  const found = rows.map((row) => String(row['integrity_check']));
  return found.length === 1 && found[0] === 'ok' ? [] : found;
};

/** Everything of a log file but its events. */
export const structureFaults = (db: DatabaseSync): LogFault[] => [
  ...damageIn(db).map((detail) => fault('damaged', detail)),
  ...otherStructure(db),
  ...nameFaults(db),
  ...sequenceFaults(db),
  ...idleStreams(db),
];

const fault = (code: LogFaultCode, detail: string): LogFault => ({ code, detail });

/** A trigger or a table of somebody else changes what will be written. */
const otherStructure = (db: DatabaseSync): LogFault[] => {
  const fresh = new DatabaseSync(':memory:');
  fresh.exec(TABLES);
  const [due, found] = [fresh, db].map(structureOf);
  fresh.close();
  return [...found!, ...due!]
    .filter(
      (line, at, all) =>
        !(due!.includes(line) && found!.includes(line)) && all.indexOf(line) === at,
    )
    .map((line) => fault('other-structure', line));
};

const structureOf = (db: DatabaseSync): string[] =>
  db
    .prepare(
      `SELECT type || ' ' || name || ': ' || coalesce(sql, tbl_name) AS line FROM sqlite_schema`,
    )
    .all()
    .map((row) => String(row['line']));

const nameFaults = (db: DatabaseSync): LogFault[] => {
  const names = db.prepare('SELECT id FROM log').all();
  return names.length === 1 && isUuid(String(names[0]!['id']))
    ? []
    : [fault('name', 'It has no name of its own')];
};

/** Positions are given once: the counter never lies below the last one. Above is usual, a repeated append counts too. */
const sequenceFaults = (db: DatabaseSync): LogFault[] => {
  const { last } = db.prepare('SELECT coalesce(max(position), 0) AS last FROM events').get() as {
    last: number;
  };
  const rows = db.prepare('SELECT name, seq FROM sqlite_sequence').all() as {
    name: string;
    seq: number;
  }[];
  const fits = rows.every(({ name }) => name === 'events') && rows.length <= 1;
  if (fits && (rows[0]?.seq ?? 0) >= last) return [];
  return [
    fault('sequence', `The counter of positions is at ${rows[0]?.seq ?? 0}, the log at ${last}`),
  ];
};

/** A stream is made with its first event. */
const idleStreams = (db: DatabaseSync): LogFault[] =>
  db
    .prepare(
      `SELECT name FROM streams s WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.stream = s.id)
        ORDER BY id LIMIT ${MOST}`,
    )
    .all()
    .map((row) => fault('idle-stream', `${String(row['name'])} has no event`));
