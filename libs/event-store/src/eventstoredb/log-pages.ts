import type { AllStreamResolvedEvent, ResolvedEvent } from '@eventstore/db-client';
import type { RecordedEvent, StreamRange } from '../event-store.js';
import { type Position, startOfLog } from '../position.js';
import { isOwnStream } from '../stream-name.js';
import type { Connection } from './connection.js';
import { drained } from './drained.js';
import { isInvalidPosition, isStreamMissing } from './failures.js';
import { byteAt, byteOf, fromByte, positionAt } from './places.js';
import { recorded, type TakenOutIds } from './recorded.js';

/** Events in one call: small calls are cheap to try again. */
const STREAM_PAGE = 1_000;
const LOG_PAGE = 5_000;
/** Between so many of ours as are read at once. */
const SYSTEM_EVENTS = 8;
/** So long may a server say nothing in the middle of a read. */
const SILENCE_MS = 3_000;

/** Who may answer: `leader` has everything that was ever acknowledged; any other node may be behind. */
export interface Asked {
  readonly leader: boolean;
}

/** With the event at the place itself, and some that the server writes about itself now and then. */
const pageFor = (wanted: number): number => Math.min(wanted + 1 + SYSTEM_EVENTS, LOG_PAGE);

type AllPage = { readonly from: bigint; readonly count: number; readonly backwards?: true };

/**
 * Reads streams and the whole log in pages. What others keep on the same server is passed over, and not looked at again: „no event
 * of ours lies behind `newest` up to the byte `seenTo`“ stays true, since a log only grows.
 */
export class LogPages {
  private newest: Position = startOfLog;
  private seenTo = 0n;
  private acknowledged: Position = startOfLog;
  /** Of the connection, when the leader was last seen to show all that was acknowledged. */
  private checkedAfter = 0;

  constructor(
    private readonly connection: Connection,
    private readonly takenOut: TakenOutIds,
  ) {}

  /** Whoever leads must show this and all before it, from now on. */
  mustShow(position: Position): void {
    if (position > this.acknowledged) this.acknowledged = position;
  }

  async stream(stream: string, range: StreamRange, asked: Asked): Promise<RecordedEvent[]> {
    const { from, limit = Infinity, direction = 'forwards' } = range;
    await this.checkLeader(asked);
    const events: RecordedEvent[] = [];
    let next = from;
    while (events.length < limit) {
      const count = Math.min(limit - events.length, STREAM_PAGE);
      const page = await this.streamPage(stream, next, direction, count, asked);
      for (const { event } of page) if (event) events.push(recorded(event, this.takenOut));
      const last = events.at(-1)?.revision ?? 0;
      next = direction === 'forwards' ? last + 1 : last - 1;
      if (page.length < count || next < 0) break;
    }
    return events;
  }

  async after(after: Position | null, limit: number, asked: Asked): Promise<RecordedEvent[]> {
    await this.checkLeader(asked);
    const bound = after ?? startOfLog;
    const known = bound >= this.newest && bound <= positionAt(this.seenTo);
    let from = known ? this.seenTo : byteOf(after);
    let own = known ? this.newest : undefined;
    const events: RecordedEvent[] = [];
    let count = pageFor(limit);
    for (;;) {
      const page = await this.pageAfter({ from, count }, asked);
      const before = events.length;
      let taken = 0;
      for (const resolved of page) {
        taken++;
        const { event } = resolved;
        if (!event || !isOwnStream(event.streamId)) continue;
        const read = recorded(event, this.takenOut);
        own = read.position;
        if (own <= bound || own <= (events.at(-1)?.position ?? '')) continue;
        if (events.push(read) === limit) break;
      }
      const end = page[taken - 1];
      if (end && own !== undefined) this.remember(own, byteAt(end));
      if (page.length < count || events.length >= limit) return events;
      from = byteAt(page.at(-1)!);
      const isForeign = events.length - before < page.length / 2;
      count = isForeign ? Math.min(count * 2, LOG_PAGE) : pageFor(limit - events.length);
    }
  }

  async lastPosition(asked: Asked): Promise<Position | null> {
    await this.checkLeader(asked);
    let from: bigint | undefined;
    let end: bigint | undefined;
    for (let count = 1; ; count = Math.min(count * 32, LOG_PAGE)) {
      const page = await this.allPage({ from: from ?? -1n, count, backwards: true }, asked);
      for (const resolved of page) {
        end ??= byteAt(resolved);
        if (byteAt(resolved) <= this.seenTo) return this.endsAt(this.newest, end);
        const { event } = resolved;
        if (event && isOwnStream(event.streamId))
          return this.endsAt(positionAt(byteAt(resolved)), end);
      }
      if (page.length < count) return this.endsAt(startOfLog, end ?? 0n);
      from = byteAt(page.at(-1)!);
    }
  }

  /** The byte of the last event on the server, whoever wrote it. */
  async end(asked: Asked): Promise<bigint> {
    const [last] = await this.allPage({ from: -1n, count: 1, backwards: true }, asked);
    return last ? byteAt(last) : 0n;
  }

  /** Events of ours from the newest to the oldest, until told that it is enough: there is no index by id. */
  async backwards(each: (event: RecordedEvent) => 'go on' | 'enough', asked: Asked): Promise<void> {
    await this.checkLeader(asked);
    let from = -1n;
    for (;;) {
      const page = await this.allPage({ from, count: LOG_PAGE, backwards: true }, asked);
      for (const { event } of page) {
        if (!event || !isOwnStream(event.streamId)) continue;
        if (each(recorded(event, this.takenOut)) === 'enough') return;
      }
      if (page.length < LOG_PAGE) return;
      from = byteAt(page.at(-1)!);
    }
  }

  /**
   * A leader that was just elected has everything that was acknowledged, but shows the last of it only when its followers have
   * confirmed it: until then it would answer for a stream that ends too early. Throws, to be asked again.
   */
  private async checkLeader(asked: Asked): Promise<void> {
    const { troubles } = this.connection;
    if (!asked.leader || troubles === this.checkedAfter) return;
    if (positionAt(await this.end(asked)) < this.acknowledged) {
      throw new Error('The leader does not yet show what was acknowledged');
    }
    this.checkedAfter = troubles;
  }

  private endsAt(newest: Position, end: bigint): Position | null {
    this.remember(newest, end);
    return newest === startOfLog ? null : newest;
  }

  private remember(newest: Position, seenTo: bigint): void {
    if (seenTo <= this.seenTo) return;
    this.newest = newest;
    this.seenTo = seenTo;
  }

  private async streamPage(
    stream: string,
    from: number | undefined,
    direction: 'forwards' | 'backwards',
    maxCount: number,
    { leader }: Asked,
  ): Promise<ResolvedEvent[]> {
    const edge = direction === 'forwards' ? 'start' : 'end';
    const fromRevision = from === undefined ? edge : BigInt(from);
    try {
      return await this.connection.run((client) =>
        drained(
          client.readStream(stream, { fromRevision, direction, maxCount, requiresLeader: leader }),
          SILENCE_MS,
        ),
      );
    } catch (error) {
      if (isStreamMissing(error)) return [];
      throw error;
    }
  }

  /** A place at which no event of this server begins (a log from an older backup) is looked for from the start. */
  private async pageAfter(page: AllPage, asked: Asked): Promise<AllStreamResolvedEvent[]> {
    try {
      return await this.allPage(page, asked);
    } catch (error) {
      if (!isInvalidPosition(error)) throw error;
    }
    const found: AllStreamResolvedEvent[] = [];
    for (let from = 0n; ;) {
      const events = await this.allPage({ from, count: LOG_PAGE }, asked);
      found.push(...events.filter((event) => byteAt(event) >= page.from));
      if (found.length >= page.count || events.length < LOG_PAGE) return found.slice(0, page.count);
      from = byteAt(events.at(-1)!);
    }
  }

  private allPage(
    { from, count, backwards }: AllPage,
    { leader }: Asked,
  ): Promise<AllStreamResolvedEvent[]> {
    return this.connection.run((client) =>
      drained(
        client.readAll({
          fromPosition: from < 0n ? 'end' : fromByte(from),
          direction: backwards ? 'backwards' : 'forwards',
          maxCount: count,
          requiresLeader: leader,
        }),
        SILENCE_MS,
      ),
    );
  }
}
