import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { JsonObject } from '../canonical.js';
import type { RecordedEvent, StreamRange } from '../event-store.js';
import { placeOf, type Position, positionOf } from '../position.js';
import { checkedStream } from '../stream-name.js';

// One JSON text for many rows and one JSON.parse: twice as fast as one object per row (docs/event-store.md).
const ROWS = `SELECT '[' || group_concat(row, ',') || ']' AS rows`;
const ROW = `'[' || e.revision || ',"' || lower(hex(e.id)) || '","' || e.type || '",' || e.data || ',' ||
  e.metadata || ',' || e.position`;
const OF_STREAM = `FROM events e WHERE e.stream = (SELECT id FROM streams WHERE name = ?)`;

// Bounds the text of one query: events of the largest size times this stay below what a string may hold.
const PAGE = 256;

type StreamRow = [number, string, string, JsonObject, JsonObject, number];
type LogRow = [...StreamRow, string];

/** Reading of a log.db, over any connection to it. Synchronous, as node:sqlite is. */
export class LogQueries {
  private readonly forwards: StatementSync;
  private readonly backwards: StatementSync;
  private readonly all: StatementSync;
  private readonly last: StatementSync;

  constructor(db: DatabaseSync) {
    this.forwards = db.prepare(
      `${ROWS} FROM (SELECT ${ROW} || ']' AS row ${OF_STREAM} AND e.revision >= ? ORDER BY e.revision LIMIT ?)`,
    );
    this.backwards = db.prepare(
      `${ROWS} FROM (SELECT ${ROW} || ']' AS row ${OF_STREAM} AND e.revision <= ? ORDER BY e.revision DESC LIMIT ?)`,
    );
    this.all = db.prepare(
      `${ROWS} FROM (SELECT ${ROW} || ',"' || s.name || '"]' AS row FROM events e
        JOIN streams s ON s.id = e.stream WHERE e.position > ? ORDER BY e.position LIMIT ?)`,
    );
    this.last = db.prepare('SELECT max(position) AS place FROM events');
  }

  stream(stream: string, range: StreamRange = {}): RecordedEvent[] {
    checkedStream(stream);
    const back = range.direction === 'backwards';
    const statement = back ? this.backwards : this.forwards;
    const step = back ? -1 : 1;
    const start = range.from ?? (back ? Number.MAX_SAFE_INTEGER : 0);
    return paged(
      range.limit,
      (limit, before) =>
        parse<StreamRow>(statement.get(stream, before ? before.revision + step : start, limit)),
      (row) => recorded(stream, row),
    );
  }

  after(position: Position | null, limit: number): RecordedEvent[] {
    const start = placeOf(position);
    return paged(
      limit,
      (size, before) =>
        parse<LogRow>(this.all.get(before ? placeOf(before.position) : start, size)),
      (row) => recorded(row[6], row),
    );
  }

  lastPosition(): Position | null {
    const { place } = this.last.get() as { place: number | null };
    return place === null ? null : positionOf(place);
  }
}

function paged<Row>(
  limit = Infinity,
  fetch: (size: number, before: RecordedEvent | undefined) => Row[],
  toEvent: (row: Row) => RecordedEvent,
): RecordedEvent[] {
  const events: RecordedEvent[] = [];
  while (events.length < limit) {
    const size = Math.min(PAGE, limit - events.length);
    const rows = fetch(size, events.at(-1));
    for (const row of rows) events.push(toEvent(row));
    if (rows.length < size) break;
  }
  return events;
}

function parse<Row>(result: unknown): Row[] {
  const { rows } = result as { rows: string | null };
  return rows === null ? [] : (JSON.parse(rows) as Row[]);
}

function recorded(
  stream: string,
  [revision, id, type, data, metadata, place]: StreamRow | LogRow,
): RecordedEvent {
  return { stream, revision, id: dashedId(id), type, data, metadata, position: positionOf(place) };
}

const dashedId = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
