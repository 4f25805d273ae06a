import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { WrongExpectedRevision } from '../errors.js';
import type { Appended, ExpectedRevision } from '../event-store.js';
import { answerToKnown, fits, type KnownEvent } from '../known-append.js';
import { positionOf } from '../position.js';
import type { StoredForm } from '../stored-form.js';
import { bytesOf } from './id-bytes.js';

interface KnownRow {
  stream: string;
  revision: number;
  position: number;
  type: string;
  data: string;
}

interface StreamHead {
  readonly id: number;
  revision: number;
}

// Heads of the streams written to of late. The folder lock makes this process the only writer, so they stay true.
const REMEMBERED_HEADS = 20_000;

/** Puts one append into the open transaction: all of its events or none. */
export class LogWriter {
  private readonly heads = new Map<string, StreamHead>();
  private readonly findHead: StatementSync;
  private readonly findId: StatementSync;
  private readonly insertStream: StatementSync;
  private readonly insertEvent: StatementSync;

  constructor(db: DatabaseSync) {
    this.findHead = db.prepare(
      `SELECT s.id, (SELECT max(revision) FROM events WHERE stream = s.id) AS revision
        FROM streams s WHERE s.name = ?`,
    );
    this.findId = db.prepare(
      `SELECT s.name AS stream, e.revision, e.position, e.type, e.data
        FROM events e JOIN streams s ON s.id = e.stream WHERE e.id = ?`,
    );
    this.insertStream = db.prepare('INSERT INTO streams (name) VALUES (?)');
    this.insertEvent = db.prepare(
      `INSERT INTO events (stream, revision, id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO NOTHING`,
    );
  }

  /** Refuses before it writes, so that a refused append leaves nothing behind in the transaction it shares. */
  append(stream: string, events: readonly StoredForm[], expected: ExpectedRevision): Appended {
    const head = this.head(stream);
    const actual = head?.revision ?? null;
    const ids = events.map(({ id }) => bytesOf(id));
    const asExpected = fits(expected, actual);
    // The way of most appends: one event behind others. Whether its id is known the index says while it is written.
    if (head && asExpected && events.length === 1) {
      const place = this.insert(head, events[0]!, ids[0]!);
      if (place !== undefined) return { revision: head.revision, position: positionOf(place) };
    }
    const known = ids.map((id) => this.known(id));
    if (known.some(Boolean)) return answerToKnown(stream, events, known, expected, actual);
    if (!asExpected) throw new WrongExpectedRevision(stream, expected, actual);
    const end = head ?? this.newStream(stream);
    const places = events.map((event, n) => this.insert(end, event, ids[n]!));
    return { revision: end.revision, position: positionOf(places.at(-1)!) };
  }

  /** After a rollback nothing that was remembered can be trusted. */
  forget(): void {
    this.heads.clear();
  }

  /** The place in the log; undefined, and nothing written, if the id is known. */
  private insert(
    head: StreamHead,
    { type, data, metadata }: StoredForm,
    id: Buffer,
  ): number | undefined {
    const revision = head.revision + 1;
    const inserted = this.insertEvent.run(head.id, revision, id, type, data, metadata);
    if (inserted.changes === 0) return undefined;
    head.revision = revision;
    return Number(inserted.lastInsertRowid);
  }

  private known(id: Buffer): KnownEvent | undefined {
    const row = this.findId.get(id) as KnownRow | undefined;
    return row && { ...row, position: positionOf(row.position) };
  }

  private head(stream: string): StreamHead | undefined {
    const remembered = this.heads.get(stream);
    if (remembered) return remembered;
    const found = this.findHead.get(stream) as unknown as StreamHead | undefined;
    return found && this.remember(stream, found);
  }

  private newStream(stream: string): StreamHead {
    const { lastInsertRowid } = this.insertStream.run(stream);
    return this.remember(stream, { id: Number(lastInsertRowid), revision: -1 });
  }

  private remember(stream: string, head: StreamHead): StreamHead {
    if (this.heads.size >= REMEMBERED_HEADS) this.heads.clear();
    this.heads.set(stream, head);
    return head;
  }
}
