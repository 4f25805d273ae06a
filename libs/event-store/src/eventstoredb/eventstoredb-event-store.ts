import { catchUp } from '../catch-up.js';
import { CommitSignal } from '../commit-signal.js';
import {
  type Appended,
  type CommitListener,
  EventStore,
  type ExpectedRevision,
  type NewEvent,
  type RecordedEvent,
  type StreamRange,
  type SubscriptionOptions,
} from '../event-store.js';
import { comparePositions, type Position } from '../position.js';
import { storedForms } from '../stored-form.js';
import { checkedStream } from '../stream-name.js';
import { StreamQueue } from '../stream-queue.js';
import { isTakenOut, withoutText } from '../taken-out.js';
import { addressOf } from './address.js';
import { Connection, type KeepAlive } from './connection.js';
import { type EventStoreDbOptions, OpenLog, streamOf } from './eventstoredb-log-reader.js';
import { refusalIn } from './failures.js';
import { KnownStreams } from './known-streams.js';
import { LogTail } from './log-tail.js';
import { positionAt } from './places.js';
import { retrying } from './retrying.js';
import { StreamWriter } from './stream-writer.js';

const DEFAULT_BATCH = 500;
/** Not those of the other client: with the same settings they would share a connection, and its hundred streams. */
const forTail: KeepAlive = { keepAliveInterval: 10_000, keepAliveTimeout: 5_000 };
/** What was begun before the end may finish. */
const LAST_CALLS_MS = 5_000;

/** The log on an EventStoreDB or KurrentDB, one node or a cluster, written by any number of processes. */
export class EventStoreDbEventStore extends EventStore {
  readonly rewrites = false;
  readonly isShared = true;
  readonly logId: string;
  private readonly known = new KnownStreams();
  private readonly writer: StreamWriter;
  private readonly queue = new StreamQueue();
  private readonly commits = new CommitSignal();
  private readonly closing = new AbortController();
  private readonly tail: LogTail;
  private readonly appends = new Set<Promise<unknown>>();
  private told: Position | null = null;

  private constructor(
    private readonly log: OpenLog,
    private readonly tailConnection: Connection,
  ) {
    super();
    this.logId = log.logId;
    this.writer = new StreamWriter(log.connection, log.pages, this.known, log.patienceMs);
    const leader = { leader: true };
    this.tail = new LogTail(
      tailConnection,
      {
        end: () => log.pages.end(leader),
        firstAfter: async (byte) =>
          (await log.pages.after(positionAt(byte), 1, leader))[0]?.position,
      },
      (position) => this.tell(position),
    );
  }

  static async open(url: string, options?: EventStoreDbOptions): Promise<EventStoreDbEventStore> {
    const log = await OpenLog.at(url, true, options);
    return new EventStoreDbEventStore(log, new Connection(addressOf(url), forTail));
  }

  async append(
    stream: string,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<Appended> {
    checkedStream(stream);
    const forms = storedForms(stream, events);
    this.log.refuseClosed();
    const append = this.queue.inTurn(stream, () => this.writer.append(stream, forms, expected));
    this.appends.add(append);
    try {
      const appended = await append;
      this.tell(appended.position);
      return appended;
    } finally {
      this.appends.delete(append);
    }
  }

  async readStream(stream: string, range?: StreamRange): Promise<RecordedEvent[]> {
    checkedStream(stream);
    return this.log.read(async (pages, asked) => {
      const events = await pages.stream(stream, range ?? {}, asked);
      if (!range && asked.leader) this.known.read(stream, events);
      return events;
    });
  }

  async readAll(after: Position | null, limit: number): Promise<RecordedEvent[]> {
    return this.log.after(after, limit);
  }

  async lastPosition(): Promise<Position | null> {
    return this.log.read((pages, asked) => pages.lastPosition(asked));
  }

  streamOf(eventId: string): Promise<string | undefined> {
    return streamOf(this.log, eventId);
  }

  /** The bytes stay on the server, which cannot rewrite; nobody is told them any more, and a copy of the log does not have them. */
  async takeTextsOut(
    eventIds: readonly string[],
    streams: readonly string[] = [],
  ): Promise<number> {
    const texts = await this.withText(new Set(eventIds), new Set(streams));
    if (texts.length === 0) return 0;
    await retrying(async () => {
      try {
        await this.log.takenOut.add(texts);
      } catch (error) {
        throw refusalIn(error) ?? error;
      }
    }, this.log.patienceMs);
    return texts.length;
  }

  onCommit(listener: CommitListener): () => void {
    this.tail.start();
    return this.commits.listen(listener);
  }

  async *subscribe(
    after: Position | null,
    { signal, batch = DEFAULT_BATCH }: SubscriptionOptions = {},
  ): AsyncGenerator<readonly RecordedEvent[]> {
    const ends = signal ? AbortSignal.any([signal, this.closing.signal]) : this.closing.signal;
    const ahead = this.log.readAhead((from, limit) => this.readOn(from, limit, ends));
    const source = {
      onCommit: (listener: CommitListener) => this.onCommit(listener),
      readAll: (from: Position | null, limit: number) => ahead.page(from, limit),
    };
    try {
      yield* catchUp(source, after, batch, ends);
    } finally {
      ahead.stop();
    }
  }

  async close(): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    await this.tail.close();
    this.tailConnection.close();
    await finished(this.appends, LAST_CALLS_MS);
    this.log.close();
  }

  /** Outlives any outage; nothing once it is over. */
  private async readOn(
    after: Position | null,
    limit: number,
    ends: AbortSignal,
  ): Promise<RecordedEvent[]> {
    try {
      return await this.log.after(after, limit, ends);
    } catch (error) {
      if (ends.aborted) return [];
      throw error;
    }
  }

  private async withText(
    ids: ReadonlySet<string>,
    streams: ReadonlySet<string>,
  ): Promise<string[]> {
    if (ids.size === 0) return [];
    return this.log.read(async (pages, asked) => {
      const left = new Set(ids);
      const texts: string[] = [];
      const look = (event: RecordedEvent): 'enough' | undefined => {
        if (!left.delete(event.id)) return undefined;
        if (!isTakenOut(event.data) && isTakenOut(withoutText(event).data)) texts.push(event.id);
        return left.size === 0 ? 'enough' : undefined;
      };
      for (const stream of streams) (await pages.stream(stream, {}, asked)).forEach(look);
      if (left.size > 0) await pages.backwards(look, asked);
      return texts;
    });
  }

  private tell(position: Position): void {
    if (comparePositions(position, this.told) <= 0) return;
    this.told = position;
    this.log.pages.mustShow(position);
    this.commits.emit(position);
  }
}

/** Whatever they end in, or the time is over. */
async function finished(calls: ReadonlySet<Promise<unknown>>, withinMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, withinMs);
  });
  await Promise.race([Promise.allSettled(calls), over]);
  clearTimeout(timer);
}
