import type { DatabaseSync } from 'node:sqlite';
import type { JsonObject } from '../canonical.js';
import type { RecordedEvent } from '../event-store.js';
import { NotStorable } from '../log-error.js';
import { positionOf } from '../position.js';
import { storedForms } from '../stored-form.js';
import { checkedStream } from '../stream-name.js';
import type { EventPlace, LogFault, LogFaultCode } from './log-fault.js';

/** One row of the log: the event it holds, or why it holds none. */
export type Walked =
  | { readonly at: EventPlace; readonly event: RecordedEvent; readonly fault?: LogFault }
  | { readonly at: EventPlace; readonly event?: undefined; readonly fault: LogFault };

interface RawRow {
  readonly position: number;
  readonly stream: string | null;
  readonly revision: number;
  readonly id: Bytes;
  readonly type: Bytes;
  readonly data: Bytes;
  readonly metadata: Bytes;
}

/** Null where a damaged page has none. */
type Bytes = Uint8Array | null;

// As bytes: what is not UTF-8 would else be read as if it were, with other characters.
const ROWS = `SELECT e.position, s.name AS stream, e.revision, CAST(e.id AS BLOB) AS id,
    CAST(e.type AS BLOB) AS type, CAST(e.data AS BLOB) AS data, CAST(e.metadata AS BLOB) AS metadata
  FROM events e LEFT JOIN streams s ON s.id = e.stream ORDER BY e.position`;

/**
 * Every row of a log in the order of the log, read to the byte: whether it is exactly what a log writes, and comes next in
 * its stream. Throws what SQLite throws where the file cannot be read on.
 */
export function* walkLog(db: DatabaseSync): Generator<Walked> {
  const due = new Map<string | null, number>();
  for (const raw of db.prepare(ROWS).iterate()) {
    const row = raw as unknown as RawRow;
    const walked = walkedRow(row);
    const expected = due.get(row.stream) ?? 0;
    due.set(row.stream, row.revision + 1);
    if (walked.fault || row.revision === expected) yield walked;
    else yield { ...walked, fault: outOfTurn(walked.at, expected) };
  }
}

function outOfTurn(at: EventPlace, expected: number): LogFault {
  const detail = `${at.stream} has revision ${at.revision} where ${expected} is due`;
  return { code: 'revision', at, detail };
}

function walkedRow(row: RawRow): Walked {
  const { position, stream, revision } = row;
  const at = { position: positionOf(position), stream, revision, id: dashed(row.id) };
  const fault = (code: LogFaultCode, detail: string): Walked => ({
    at,
    fault: { code, at, detail },
  });
  if (stream === null) return fault('no-stream', 'It belongs to no stream');
  try {
    const [type, data, metadata] = [row.type, row.data, row.metadata].map(textOf);
    const event = { id: at.id, type: type!, data: objectOf(data!), metadata: objectOf(metadata!) };
    const [form] = storedForms(checkedStream(stream), [event]);
    if (form!.data !== data || form!.metadata !== metadata) {
      return fault('not-canonical', 'It is not canonical JSON');
    }
    return { at, event: { ...event, stream, revision, position: at.position } };
  } catch (error) {
    if (error instanceof SyntaxError) return fault('not-json', 'It is not JSON');
    if (error instanceof NotStorable)
      return fault('not-storable', `It cannot be: ${error.message}`);
    if ((error as NodeJS.ErrnoException).code === NO_UTF8)
      return fault('not-text', 'It is not text in UTF-8');
    throw error;
  }
}

const NO_UTF8 = 'ERR_ENCODING_INVALID_ENCODED_DATA';
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const textOf = (bytes: Bytes): string => utf8.decode(bytes ?? new Uint8Array());
const objectOf = (text: string) => JSON.parse(text) as JsonObject;

const dashed = (id: Bytes): string =>
  Buffer.from(id ?? [])
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
