import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { catchUp } from '../catch-up.js';
import { CommitSignal } from '../commit-signal.js';
import { LogClosed } from '../errors.js';
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
import type { LogError } from '../log-error.js';
import type { Position } from '../position.js';
import { storedForms } from '../stored-form.js';
import { checkedStream } from '../stream-name.js';
import { lockFolder } from './folder-lock.js';
import { GroupCommit } from './group-commit.js';
import { LogQueries } from './log-queries.js';
import { LogWriter } from './log-writer.js';
import { type Durability, logIdOf, openLog, prepareLog } from './schema.js';
import { leaveNoCopies, takeTextsOut } from './taking-out.js';

export interface SqliteOptions {
  readonly durability?: Durability;
}

const DEFAULT_BATCH = 500;

/** The log in one file of a data folder, written by this process alone. */
export class SqliteEventStore extends EventStore {
  readonly rewrites = true;
  readonly isShared = false;
  readonly logId: string;
  private readonly queries: LogQueries;
  private readonly writer: LogWriter;
  private readonly appends: GroupCommit<Appended>;
  private readonly commits = new CommitSignal();
  private readonly closing = new AbortController();

  private constructor(
    private readonly db: DatabaseSync,
    private readonly lock: { release(): void } | undefined,
    durability: Durability,
  ) {
    super();
    prepareLog(db, durability);
    this.logId = logIdOf(db);
    this.queries = new LogQueries(db);
    this.writer = new LogWriter(db);
    this.appends = new GroupCommit<Appended>(
      db,
      (appended) => this.commits.emit(newest(appended)),
      () => this.writer.forget(),
    );
  }

  /** Opens or makes the log of a data folder. Throws DataFolderInUse. */
  static open(folder: string, { durability = 'full' }: SqliteOptions = {}): SqliteEventStore {
    const lock = lockFolder(folder);
    try {
      return new SqliteEventStore(openLog(join(folder, 'log.db')), lock, durability);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** A log that is gone with the process. */
  static inMemory(): SqliteEventStore {
    return new SqliteEventStore(new DatabaseSync(':memory:'), undefined, 'off');
  }

  override get failing(): LogError | null {
    return this.appends.whyStopped;
  }

  async append(
    stream: string,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<Appended> {
    checkedStream(stream);
    const forms = storedForms(stream, events);
    return this.appends.run(() => this.writer.append(stream, forms, expected));
  }

  async readStream(stream: string, range?: StreamRange): Promise<RecordedEvent[]> {
    this.refuseClosed();
    return this.queries.stream(stream, range);
  }

  async readAll(after: Position | null, limit: number): Promise<RecordedEvent[]> {
    this.refuseClosed();
    return this.queries.after(after, limit);
  }

  async lastPosition(): Promise<Position | null> {
    this.refuseClosed();
    return this.queries.lastPosition();
  }

  async streamOf(eventId: string): Promise<string | undefined> {
    this.refuseClosed();
    return this.queries.streamOf(eventId);
  }

  async takeTextsOut(eventIds: readonly string[]): Promise<number> {
    this.refuseClosed();
    const taken = takeTextsOut(this.db, eventIds);
    await leaveNoCopies(this.db);
    return taken;
  }

  onCommit(listener: CommitListener): () => void {
    return this.commits.listen(listener);
  }

  subscribe(
    after: Position | null,
    { signal, batch = DEFAULT_BATCH }: SubscriptionOptions = {},
  ): AsyncIterable<readonly RecordedEvent[]> {
    const ends = signal ? AbortSignal.any([signal, this.closing.signal]) : this.closing.signal;
    return catchUp(this, after, batch, ends);
  }

  async close(): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.appends.close();
    this.closing.abort();
    this.db.close();
    this.lock?.release();
  }

  private refuseClosed(): void {
    if (this.closing.signal.aborted) throw new LogClosed();
  }
}

const newest = (appended: readonly Appended[]): Position =>
  appended.reduce((last, { position }) => (position > last ? position : last), '');
