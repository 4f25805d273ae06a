import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  LogUnreadable,
  type EventReader,
  type Position,
  type RecordedEvent,
} from '@klimaspur/event-store';
import { FiledPlans } from './filed-plans.js';
import type { KnownPast } from './story.js';

/** An event of the log as every projection takes it. */
export interface LogEvent extends KnownPast {
  readonly stream: string;
  readonly position: Position;
  /** In milliseconds; NaN: it says no instant. */
  readonly recordedAt: number;
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

/** `knownSince`: as far as it differs from when it was recorded. */
export const logEvent = (event: RecordedEvent, knownSince?: number): LogEvent => {
  const recordedAt = Date.parse(event.metadata?.['recordedAt'] as string);
  return {
    id: event.id,
    revision: event.revision,
    type: event.type,
    data: event.data,
    metadata: event.metadata,
    stream: event.stream,
    position: event.position,
    recordedAt,
    knownSince: knownSince ?? recordedAt,
  } as unknown as LogEvent;
};

/** A question costs about as much as reading so many events more. */
const NEAR = 16;

/** Reads again what was projected before, with the knowledge of then. */
export class PastReader {
  readonly plans: FiledPlans;
  private readonly differing: StatementSync;

  constructor(
    private readonly reader: EventReader,
    db: DatabaseSync,
  ) {
    this.plans = new FiledPlans(db);
    this.differing = db.prepare(
      `SELECT revision, known_since FROM event_known
      WHERE stream = ? AND revision BETWEEN ? AND ?`,
    );
  }

  /** Everything in the stream before its first event of the batch. */
  async before({ stream, news }: News, key: number | undefined): Promise<LogEvent[]> {
    const limit = news[0]?.revision ?? 0;
    return limit === 0 ? [] : this.upTo(stream, limit - 1, key);
  }

  /** The stream from its first event to this revision. */
  async upTo(stream: string, revision: number, key: number | undefined): Promise<LogEvent[]> {
    return this.from(stream, [0, revision], key);
  }

  /** Single events of a stream, in ascending order; those that lie near one another are read at once. */
  async some(
    stream: string,
    revisions: readonly number[],
    key: number | undefined,
  ): Promise<LogEvent[]> {
    const wanted = new Set(revisions);
    const found = await Promise.all(runsOf(revisions).map((run) => this.from(stream, run, key)));
    return found.flat().filter(({ revision }) => wanted.has(revision));
  }

  private async from(stream: string, [first, last]: Run, key: number | undefined) {
    const limit = last - first + 1;
    const events = await this.reader.readStream(stream, { from: first, limit });
    // While no leader is found a node may answer that is behind.
    if (events.length < limit) throw new LogUnreadable(`${stream} ends before ${last}`);
    return this.known(events, [first, last], key);
  }

  /** Only where the clock stepped back does `knownSince` differ from `recordedAt`. */
  private known(events: readonly RecordedEvent[], run: Run, key: number | undefined): LogEvent[] {
    const rows = this.differing.all(key ?? null, ...run) as {
      revision: number;
      known_since: number;
    }[];
    const later = new Map(rows.map((row) => [row.revision, row.known_since]));
    return events.map((event) => logEvent(event, later.get(event.revision)));
  }
}

/** The first and the last of events that lie behind one another. */
type Run = readonly [first: number, last: number];

const runsOf = (revisions: readonly number[]): readonly Run[] => {
  const runs: [number, number][] = [];
  for (const revision of revisions) {
    const run = runs.at(-1);
    if (run && revision - run[1] <= NEAR) run[1] = revision;
    else runs.push([revision, revision]);
  }
  return runs;
};
