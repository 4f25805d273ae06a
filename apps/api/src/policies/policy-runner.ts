import { policyFor, policyWrites, streamsTouchedBy, type Past } from '@klimaspur/domain';
import {
  categoryOf,
  handle,
  idOf,
  streamName,
  type Actor,
  type EventStore,
  type Position,
  type RecordedEvent,
} from '@klimaspur/event-store';

/** How far a policy is in the log, and which transfers of towns had begun there and not ended. */
export interface Place {
  readonly position: Position | null;
  /** Streams that tell of them. */
  readonly arriving: readonly string[];
}

export const atTheStart: Place = { position: null, arriving: [] };

/** Where a policy keeps its place; losing it only makes it look again at what it has done. */
export interface Bookmark {
  read(): Place;
  write(place: Place): void;
}

const batch = 1000;

/**
 * Writes what a decision or a plan says into the stream of each measure and plan it names. It follows the log
 * one pass at a time; what it wrote before is found by its id, so a crash or a second run changes nothing.
 */
export class PolicyRunner {
  private pass: Promise<void> = Promise.resolve();
  /** The streams of towns that are on their way here, by the stream that tells of it; undefined: not looked up yet. */
  private arriving: Map<string, ReadonlySet<string>> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly bookmark: Bookmark,
  ) {}

  /** Resolves when every entry in the log at the time of the call has had its effect. */
  catchUp(): Promise<void> {
    this.pass = this.pass.catch(() => undefined).then(() => this.advance());
    return this.pass;
  }

  private async advance(): Promise<void> {
    for (;;) {
      const { position, arriving } = this.bookmark.read();
      const onTheirWay = (this.arriving ??= await this.lookUp(arriving));
      const events = await this.store.readAll(position, batch);
      for (const event of events) await this.follow(event, onTheirWay);
      const last = events.at(-1);
      if (!last) return;
      this.bookmark.write({ position: last.position, arriving: [...onTheirWay.keys()] });
    }
  }

  /** The effects of what comes from another log come along with it; only at the end it shows whether one is missing. */
  private async follow(
    event: RecordedEvent,
    onTheirWay: Map<string, ReadonlySet<string>>,
  ): Promise<void> {
    const { stream, type } = event;
    if ([...onTheirWay.values()].some((streams) => streams.has(stream))) return;
    if (type === 'SourceTransferBegun') onTheirWay.set(stream, await this.streamsOf(stream));
    else if (type === 'SourceTransferCompleted') {
      for (const arrived of await this.streamsOf(stream)) await this.mend(arrived);
      onTheirWay.delete(stream);
    } else await this.writeEffects(event);
  }

  private async lookUp(sources: readonly string[]): Promise<Map<string, ReadonlySet<string>>> {
    const found = new Map<string, ReadonlySet<string>>();
    for (const source of sources) found.set(source, await this.streamsOf(source));
    return found;
  }

  private async streamsOf(source: string): Promise<ReadonlySet<string>> {
    const told = await this.store.readStream(source);
    return new Set(told.flatMap(({ data }) => (data['streams'] ?? []) as readonly string[]));
  }

  /** Looks at the last word of a stream again. */
  private async mend(stream: string): Promise<void> {
    for (const event of (await this.store.readStream(stream)).reverse()) {
      if (await this.writeEffects(event)) return;
    }
  }

  /** False: it means nothing for others. */
  private async writeEffects(source: RecordedEvent): Promise<boolean> {
    const policy = policyFor(categoryOf(source.stream), source.type);
    if (!policy) return false;
    const history = (await this.store.readStream(source.stream)).slice(0, source.revision + 1);
    const said = policy.matters(history.map(asPast));
    if (said.at(-1)?.id !== source.id) return false;
    const id = idOf(source.stream);
    for (const target of streamsTouchedBy(policy, id, said)) {
      await handle(this.store, {
        ...asPolicyOf(source),
        stream: streamName(target.category, target.id),
        decide: (events) => policyWrites(policy, id, said, target, events.map(asPast)),
      });
    }
    return true;
  }
}

const asPast = (event: RecordedEvent): Past => event as unknown as Past;

/** The source's actor and instant, and ids made from it, so that running it again gives the same bytes. */
const asPolicyOf = (source: RecordedEvent) => {
  const { commandId, correlationId, actor, recordedAt } = source.metadata as unknown as {
    commandId: string;
    correlationId?: string;
    actor: Actor;
    recordedAt: string;
  };
  return {
    mode: 'additive' as const,
    commandId,
    causationId: source.id,
    correlationId: correlationId ?? commandId,
    sourceEventId: source.id,
    actor,
    now: recordedAt,
  };
};
