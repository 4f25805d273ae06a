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

/** Where a policy keeps its place; losing it only makes it look again at what it has done. */
export interface Bookmark {
  read(): Position | null;
  write(position: Position): void;
}

const batch = 1000;

/**
 * Writes what a decision or a plan says into the stream of each measure and plan it names. It follows the log
 * one pass at a time; what it wrote before is found by its id, so a crash or a second run changes nothing.
 */
export class PolicyRunner {
  private pass: Promise<void> = Promise.resolve();

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
      const events = await this.store.readAll(this.bookmark.read(), batch);
      for (const event of events) {
        await this.follow(event);
      }
      const last = events.at(-1);
      if (!last) return;
      this.bookmark.write(last.position);
    }
  }

  private async follow(source: RecordedEvent): Promise<void> {
    const policy = policyFor(categoryOf(source.stream), source.type);
    if (!policy) return;
    const history = (await this.store.readStream(source.stream)).slice(0, source.revision + 1);
    const said = policy.matters(history.map(asPast));
    if (said.at(-1)?.id !== source.id) return;
    const id = idOf(source.stream);
    for (const target of streamsTouchedBy(policy, id, said)) {
      await handle(this.store, {
        ...asPolicyOf(source),
        stream: streamName(target.category, target.id),
        decide: (events) => policyWrites(policy, id, said, target, events.map(asPast)),
      });
    }
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
