import {
  DomainError,
  newerIn,
  policyFor,
  policyWrites,
  streamsTouchedBy,
  type Past,
} from '@klimaspur/domain';
import {
  BackOff,
  categoryOf,
  handle,
  idOf,
  isOutage,
  messageOf,
  streamName,
  StreamRetries,
  TRIED_AGAIN_AFTER_MS,
  type Actor,
  type EventStore,
  type KeptStatus,
  type ParkedStream,
  type Position,
  type ProjectionFault,
  type ProjectionStatus,
  type RecordedEvent,
} from '@klimaspur/event-store';

/** How far a policy is in the log, which transfers of towns had begun there and not ended, and what it had to leave. */
export interface Place {
  readonly position: Position | null;
  /** Streams that tell of them. */
  readonly arriving: readonly string[];
  readonly parked?: readonly ParkedStream[];
}

export const atTheStart: Place = { position: null, arriving: [] };

/** Where a policy keeps its place; losing it only makes it look again at what it has done. */
export interface Bookmark {
  read(): Place;
  write(place: Place): void;
}

const batch = 1000;
/** Whoever writes what concerns others asks for their effects; the rest can wait until nobody writes. */
const QUIET_MS = 1_000;

/**
 * Writes what a decision or a plan says into the stream of each measure and plan it names. It follows the log
 * one pass at a time; what it wrote before is found by its id, so a crash or a second run changes nothing.
 * A stream whose effects cannot be written is parked behind what was, and all others go on.
 */
export class PolicyRunner {
  private pass: Promise<void> = Promise.resolve();
  /** The streams of towns that are on their way here, by the stream that tells of it; undefined: not looked up yet. */
  private arriving: Map<string, ReadonlySet<string>> | undefined;
  private life: KeptStatus['life'] = 'new';
  private fault: ProjectionFault | null = null;
  private tries = 0;
  private readonly backOff = new BackOff(() => void this.catchUp().catch(() => undefined));
  private readonly retries: StreamRetries;
  private soon: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly store: EventStore,
    private readonly bookmark: Bookmark,
    triedAgainAfterMs: readonly number[] = TRIED_AGAIN_AFTER_MS,
  ) {
    this.retries = new StreamRetries(
      triedAgainAfterMs,
      (stream) => void this.replay(stream).catch(() => undefined),
    );
  }

  get status(): ProjectionStatus {
    const { position } = this.bookmark.read();
    const parked = this.parked().length;
    const life = this.life === 'live' && parked > 0 ? 'parked' : this.life;
    return { life, position, parked, fault: this.fault, retries: this.tries, rebuilding: null };
  }

  parked(): readonly ParkedStream[] {
    return this.bookmark.read().parked ?? [];
  }

  /**
   * Resolves when every entry in the log at the time of the call has had its effect, but for parked streams. Rejects
   * where the log fails; that is tried again by itself.
   */
  catchUp(): Promise<void> {
    return this.inOrder(() => this.advance());
  }

  /** What a parked stream says is carried out again; false: it still cannot be. */
  async replay(stream: string): Promise<boolean> {
    await this.inOrder(() => this.again(stream));
    return !this.parked().some((one) => one.stream === stream);
  }

  /** Looks at the whole log again. */
  rebuild(): Promise<void> {
    return this.inOrder(() => {
      this.life = 'rebuilding';
      this.arriving = undefined;
      this.bookmark.write(atTheStart);
      return this.advance();
    });
  }

  /** The log has grown; looked at when it has been quiet for a moment. */
  wake(): void {
    if (this.closed) return;
    clearTimeout(this.soon);
    this.soon = setTimeout(() => void this.catchUp().catch(() => undefined), QUIET_MS).unref();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.soon);
    await this.pass;
    this.backOff.clear();
    this.retries.clear();
  }

  private inOrder(work: () => Promise<void>): Promise<void> {
    const done = this.pass.then(work);
    this.pass = done.then(
      () => {
        this.life = 'live';
        this.backOff.clear();
        this.retries.plan(this.parked());
      },
      (error: unknown) => {
        this.life = 'retrying';
        this.fault = { message: messageOf(error), at: new Date().toISOString() };
        this.tries++;
        this.backOff.failed();
      },
    );
    return done;
  }

  /** What was parked when it was last closed may be carried out by this program. */
  async start(): Promise<void> {
    this.life = 'catching-up';
    for (const { stream } of this.parked()) await this.replay(stream);
    await this.catchUp();
  }

  private async advance(): Promise<void> {
    for (;;) {
      const { position, arriving } = this.bookmark.read();
      const onTheirWay = (this.arriving ??= await this.lookUp(arriving));
      const events = await this.store.readAll(position, batch);
      for (const event of events) await this.follow(event, onTheirWay);
      const last = events.at(-1);
      if (!last) return;
      const kept = { ...this.bookmark.read(), arriving: [...onTheirWay.keys()] };
      this.bookmark.write({ ...kept, position: last.position });
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
    } else await this.carryOut(event);
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
      if (await this.carryOut(event)) return;
    }
  }

  /** What a parked stream said later waits with it. */
  private async carryOut(event: RecordedEvent): Promise<boolean> {
    if (this.parked().some(({ stream }) => stream === event.stream)) return false;
    try {
      return await this.writeEffects(event);
    } catch (error) {
      if (isOutage(error)) throw error;
      this.park(event, error);
      return true;
    }
  }

  private async again(stream: string): Promise<void> {
    const parked = this.parked().find((one) => one.stream === stream);
    if (!parked) return;
    this.tries++;
    for (const event of await this.store.readStream(stream, { from: parked.revision })) {
      try {
        await this.writeEffects(event);
      } catch (error) {
        if (isOutage(error)) throw error;
        return this.park(event, error);
      }
    }
    this.keepParked(this.parked().filter((one) => one !== parked));
  }

  private park({ stream, id: event, type, revision }: RecordedEvent, error: unknown): void {
    const others = this.parked().filter((one) => one.stream !== stream);
    const before = this.parked().find((one) => one.event === event);
    const [message, at] = [messageOf(error), new Date().toISOString()];
    const { since = at, tries = 0 } = before ?? {};
    this.fault = { message, at, event };
    this.keepParked([
      ...others,
      { ...{ stream, event, type, revision, since }, error: message, tries: tries + 1 },
    ]);
  }

  private keepParked(parked: readonly ParkedStream[]): void {
    this.bookmark.write({ ...this.bookmark.read(), parked });
  }

  /** False: it means nothing for others. */
  private async writeEffects(source: RecordedEvent): Promise<boolean> {
    const policy = policyFor(categoryOf(source.stream), source.type);
    if (!policy) return false;
    const history = (await this.store.readStream(source.stream)).slice(0, source.revision + 1);
    if (newerIn(history).length > 0) throw new DomainError('log/upgrade-needed');
    const said = policy.matters(history.map(asPast));
    if (said.at(-1)?.id !== source.id) return false;
    const id = idOf(source.stream);
    const failures: unknown[] = [];
    for (const target of streamsTouchedBy(policy, id, said)) {
      const write = {
        ...asPolicyOf(source),
        stream: streamName(target.category, target.id),
        decide: (events: readonly RecordedEvent[]) =>
          policyWrites(policy, id, said, target, events.map(asPast)),
      };
      // One of them that refuses is no reason to keep it from the others.
      await handle(this.store, write).catch((error: unknown) => {
        if (isOutage(error)) throw error;
        failures.push(error);
      });
    }
    if (failures.length > 0) throw failures[0];
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
