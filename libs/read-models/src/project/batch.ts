import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  categoryOf,
  idOf,
  type EventReader,
  type Position,
  type RecordedEvent,
} from '@klimaspur/event-store';
import { readPlan, type PlanReading } from './plan-reading.js';
import type { KnownPast } from './story.js';
import type { StreamKeys } from './stream-keys.js';

/** An event of the log as every projection takes it. */
export interface LogEvent extends KnownPast {
  readonly stream: string;
  readonly position: Position;
  readonly metadata: RecordedEvent['metadata'] & KnownPast['metadata'];
}

/** A stream that a batch goes on with. */
export interface Touched {
  readonly stream: string;
  readonly category: string;
  readonly id: string;
  readonly news: LogEvent[];
  /** From its first event on; of a plan only what its touched parts need. */
  history: readonly LogEvent[];
  plan?: PlanReading;
}

/** Some events of the log in their order, with all that folding their streams needs. */
export interface Batch {
  readonly events: readonly LogEvent[];
  readonly streams: readonly Touched[];
}

/** The running maximum of `recordedAt` begins at `knownSince`. */
export const withKnowledge = (events: readonly RecordedEvent[], knownSince: number): LogEvent[] => {
  let maximum = knownSince;
  return events.map((event) => {
    const recordedAt = Date.parse(event.metadata['recordedAt'] as string);
    if (recordedAt > maximum) maximum = recordedAt;
    return logEvent(event, maximum);
  });
};

const logEvent = (event: RecordedEvent, knownSince: number): LogEvent =>
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

/** Reads each touched stream once, up to the batch. */
export const gather = async (
  events: readonly LogEvent[],
  reader: EventReader,
  db: DatabaseSync,
  keys: StreamKeys,
): Promise<Batch> => {
  const streams = new Map<string, Touched>();
  for (const event of events) {
    const touched = streams.get(event.stream);
    if (touched) touched.news.push(event);
    else {
      const { stream } = event;
      const id = idOf(stream);
      streams.set(stream, { stream, category: categoryOf(stream), id, news: [event], history: [] });
    }
  }
  const past = new PastReader(reader, db);
  for (const touched of streams.values()) {
    const key = keys.find(touched.category, touched.id);
    if (touched.category === 'plan') touched.plan = await readPlan(touched, key, past, db);
    else touched.history = [...(await past.before(touched, key)), ...touched.news];
  }
  return { events, streams: [...streams.values()] };
};

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
  async before({ stream, news }: Touched, key: number | undefined): Promise<LogEvent[]> {
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
    const found: RecordedEvent[] = [];
    for (const from of revisions) {
      found.push(...(await this.reader.readStream(stream, { from, limit: 1 })));
    }
    return this.known(found, key);
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
