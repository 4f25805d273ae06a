import {
  type Appended,
  type CommitListener,
  EventReader,
  EventStore,
  type ExpectedRevision,
  type NewEvent,
  type RecordedEvent,
  type StreamRange,
  type SubscriptionOptions,
} from './event-store.js';
import type { LogError } from './log-error.js';
import type { Position } from './position.js';
import { isTakenOut } from './taken-out.js';

/** Puts words in the place of texts that were taken out of a stream; gets all of its events, gives all back. */
export type Mask = (history: readonly RecordedEvent[]) => readonly RecordedEvent[];

/** How events of older programs are read: in the form of today, before anything else is asked of them. */
export interface Upcasting {
  /** An event by itself. */
  readonly event: (event: RecordedEvent) => RecordedEvent;
  /** Whether that takes the rest of its stream. */
  readonly needsStream: (event: RecordedEvent) => boolean;
  /** All events of a stream. */
  readonly stream: (history: readonly RecordedEvent[]) => readonly RecordedEvent[];
}

/** Events as they are stored. */
export const asStored: Upcasting = {
  event: (event) => event,
  needsStream: () => false,
  stream: (history) => history,
};

const concerned = ({ type, data }: RecordedEvent): boolean =>
  type === 'TextRedacted' || isTakenOut(data ?? {});

/** Which words, the rest of the stream says: it is read only where something was taken out. */
async function masked(
  log: EventReader,
  events: RecordedEvent[],
  mask: Mask,
  upcasting: Upcasting,
): Promise<RecordedEvent[]> {
  const raised = upcasting === asStored ? events : events.map(upcasting.event);
  const needStream = events.filter((event) => concerned(event) || upcasting.needsStream(event));
  const streams = new Set(needStream.map(({ stream }) => stream));
  if (streams.size === 0) return raised;
  const readable = new Map<string, RecordedEvent>();
  const told = async (stream: string): Promise<void> => {
    const history = upcasting.stream(await log.readStream(stream));
    for (const event of readably(mask, history)) readable.set(event.id, event);
  };
  await Promise.all([...streams].map(told));
  return raised.map((event) => readable.get(event.id) ?? event);
}

/** Of a history that nobody can make sense of no text is given away: one of them may have been taken out. */
function readably(mask: Mask, history: readonly RecordedEvent[]): readonly RecordedEvent[] {
  try {
    return mask(history);
  } catch {
    return history.map((event) => {
      const { text: _text, ...data } = event.data ?? {};
      return { ...event, data };
    });
  }
}

/** A log as pages and rules may read it: nobody needs to know that a text can be missing. */
export class MaskedReader extends EventReader {
  readonly logId: string;

  constructor(
    private readonly log: EventReader,
    private readonly mask: Mask,
    private readonly upcasting: Upcasting = asStored,
  ) {
    super();
    this.logId = log.logId;
  }

  async readStream(stream: string, range?: StreamRange): Promise<RecordedEvent[]> {
    return masked(this.log, await this.log.readStream(stream, range), this.mask, this.upcasting);
  }

  async readAll(after: Position | null, limit: number): Promise<RecordedEvent[]> {
    return masked(this.log, await this.log.readAll(after, limit), this.mask, this.upcasting);
  }

  lastPosition(): Promise<Position | null> {
    return this.log.lastPosition();
  }

  streamOf(eventId: string): Promise<string | undefined> {
    return this.log.streamOf(eventId);
  }

  close(): Promise<void> {
    return this.log.close();
  }
}

/** The same for whoever also writes. Events as they are stored, for proofs and copies, are read from `log` itself. */
export class MaskedStore extends EventStore {
  readonly rewrites: boolean;
  readonly isShared: boolean;
  readonly logId: string;
  private readonly reader: MaskedReader;

  constructor(
    readonly log: EventStore,
    private readonly mask: Mask,
    private readonly upcasting: Upcasting = asStored,
  ) {
    super();
    this.rewrites = log.rewrites;
    this.isShared = log.isShared;
    this.logId = log.logId;
    this.reader = new MaskedReader(log, mask, upcasting);
  }

  override get failing(): LogError | null {
    return this.log.failing;
  }

  readStream(stream: string, range?: StreamRange): Promise<RecordedEvent[]> {
    return this.reader.readStream(stream, range);
  }

  readAll(after: Position | null, limit: number): Promise<RecordedEvent[]> {
    return this.reader.readAll(after, limit);
  }

  lastPosition(): Promise<Position | null> {
    return this.log.lastPosition();
  }

  streamOf(eventId: string): Promise<string | undefined> {
    return this.log.streamOf(eventId);
  }

  append(
    stream: string,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<Appended> {
    return this.log.append(stream, events, expected);
  }

  takeTextsOut(eventIds: readonly string[], streams?: readonly string[]): Promise<number> {
    return this.log.takeTextsOut(eventIds, streams);
  }

  onCommit(listener: CommitListener): () => void {
    return this.log.onCommit(listener);
  }

  async *subscribe(
    after: Position | null,
    options?: SubscriptionOptions,
  ): AsyncGenerator<readonly RecordedEvent[]> {
    for await (const events of this.log.subscribe(after, options)) {
      yield await masked(this.log, [...events], this.mask, this.upcasting);
    }
  }

  close(): Promise<void> {
    return this.log.close();
  }
}
