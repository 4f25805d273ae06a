import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { EventReader, Position, RecordedEvent } from '@klimaspur/event-store';
import type { KnownPast } from './story.js';

/** An event of the log as every projection takes it. */
export interface LogEvent extends KnownPast {
  readonly stream: string;
  readonly position: Position;
  readonly metadata: RecordedEvent['metadata'] & KnownPast['metadata'];
}

/** An import marks its events by a correlation that no other event caused. */
export const isImported = (metadata: LogEvent['metadata']): boolean =>
  metadata['correlationId'] !== undefined && metadata['causationId'] === undefined;

/** What a batch brings for one stream. */
export interface News {
  readonly stream: string;
  readonly news: readonly LogEvent[];
}

export const logEvent = (event: RecordedEvent, knownSince: number): LogEvent =>
  ({
    id: event.id,
    revision: event.revision,
    type: event.type,
    data: event.data,
    metadata: event.metadata,
    stream: event.stream,
    position: event.position,
    knownSince,
  }) as unknown as LogEvent;

/** Reads again what was projected before, with the knowledge of then. */
export class PastReader {
  private readonly differing: StatementSync;

  constructor(
    private readonly reader: EventReader,
    db: DatabaseSync,
  ) {
    this.differing = db.prepare('SELECT revision, known_since FROM event_known WHERE stream = ?');
  }

  /** Everything in the stream before its first event of the batch. */
  async before({ stream, news }: News, key: number | undefined): Promise<LogEvent[]> {
    const limit = news[0]?.revision ?? 0;
    return limit === 0 ? [] : this.upTo(stream, limit - 1, key);
  }

  /** The stream from its first event to this revision. */
  async upTo(stream: string, revision: number, key: number | undefined): Promise<LogEvent[]> {
    return this.known(await this.reader.readStream(stream, { limit: revision + 1 }), key);
  }

  /** Single events of a stream, in ascending order. */
  async some(
    stream: string,
    revisions: readonly number[],
    key: number | undefined,
  ): Promise<LogEvent[]> {
    const last = revisions.at(-1);
    if (last === undefined) return [];
    if (revisions.length > 16) {
      const wanted = new Set(revisions);
      const all = await this.reader.readStream(stream, { limit: last + 1 });
      return this.known(
        all.filter(({ revision }) => wanted.has(revision)),
        key,
      );
    }
    const found = await Promise.all(
      revisions.map((from) => this.reader.readStream(stream, { from, limit: 1 })),
    );
    return this.known(found.flat(), key);
  }

  /** Only where the clock stepped back does `knownSince` differ from `recordedAt`. */
  private known(events: readonly RecordedEvent[], key: number | undefined): LogEvent[] {
    const rows = this.differing.all(key ?? null) as { revision: number; known_since: number }[];
    const later = new Map(rows.map((row) => [row.revision, row.known_since]));
    return events.map((event) =>
      logEvent(
        event,
        later.get(event.revision) ?? Date.parse(event.metadata['recordedAt'] as string),
      ),
    );
  }
}
