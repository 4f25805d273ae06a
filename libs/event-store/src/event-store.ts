import type { JsonObject } from './canonical.js';
import type { LogError } from './log-error.js';
import type { Position } from './position.js';

/** An event to be stored. `id` is a lower-case UUID, `type` a name like MeasureChecked, the rest plain JSON. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

/** An event as it came back. `revision` counts from 0 in its stream; `position` is its place in the whole log. */
export interface RecordedEvent<Data = JsonObject, Metadata = JsonObject> {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: Data;
  readonly metadata: Metadata;
  readonly position: Position;
}

/** Where the writer believes the stream to be; a number is the revision of its last event. There is no „any“. */
export type ExpectedRevision = 'no_stream' | 'stream_exists' | number;

/** Where the last event of an append lies. */
export interface Appended {
  readonly revision: number;
  readonly position: Position;
}

/** `from` is a revision, inclusive; backwards reading starts there, or at the end. */
export interface StreamRange {
  readonly from?: number;
  readonly limit?: number;
  readonly direction?: 'forwards' | 'backwards';
}

/** What a reader of the log can ask, be it the writer itself or a worker with a connection of its own. */
export abstract class EventReader {
  /** Random name of this log, made once: a position of another log means nothing here. */
  abstract readonly logId: string;

  /** The events of a stream in order; none for a stream that does not exist. */
  abstract readStream(stream: string, range?: StreamRange): Promise<RecordedEvent[]>;

  /** Up to `limit` events after a position (exclusive; null is the beginning), in log order. */
  abstract readAll(after: Position | null, limit: number): Promise<RecordedEvent[]>;

  /** The place of the newest event; null while the log is empty. */
  abstract lastPosition(): Promise<Position | null>;

  /** The stream that holds the event; undefined for an id that is not in the log. */
  abstract streamOf(eventId: string): Promise<string | undefined>;

  abstract close(): Promise<void>;
}

/** Called after a commit with the position of its last event. A wake-up, not a delivery: read the log for the events. */
export type CommitListener = (position: Position) => void;

export interface SubscriptionOptions {
  readonly signal?: AbortSignal;
  /** Events at most in one batch. */
  readonly batch?: number;
}

/** What happened, and the only place that knows it. The class is also the injection token. */
export abstract class EventStore extends EventReader {
  /** Whether texts can be taken out of what is stored. Where not, no read gives them, and they go once the log is copied elsewhere. */
  abstract readonly rewrites: boolean;

  /**
   * Whether other processes may write into it. If one of them stores the same ids at the same moment, `append` may give the first
   * answer whatever is stored under them: who must know reads it.
   */
  abstract readonly isShared: boolean;

  /** Why it takes nothing until it is opened again; null: nothing speaks against it. */
  get failing(): LogError | null {
    return null;
  }

  /**
   * Stores the events behind one another, all or none, and answers once they are durable.
   * The same events (id, type, data) at the same place again give the first answer again.
   * Throws WrongExpectedRevision, IdConflict, AppendTooLarge, NotStorable, LogWriteFailed.
   */
  abstract append(
    stream: string,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<Appended>;

  /**
   * Takes `data.text` and its salt out of these events for good; in their place stands the commitment, so that each keeps its leaf.
   * Answers once no byte of them is left in what the store keeps (where it `rewrites`), and how many of them still had text.
   * Again does no harm. `streams`: where they lie, as far as that is known, for a store without an index of ids.
   * Throws TextsRemain.
   */
  abstract takeTextsOut(eventIds: readonly string[], streams?: readonly string[]): Promise<number>;

  /** Returns the way to leave. A listener must not throw. */
  abstract onCommit(listener: CommitListener): () => void;

  /** Everything after a position in batches, first what is stored, then what comes, until the signal aborts or the store closes. */
  abstract subscribe(
    after: Position | null,
    options?: SubscriptionOptions,
  ): AsyncIterable<readonly RecordedEvent[]>;
}
