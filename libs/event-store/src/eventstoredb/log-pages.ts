import type { RecordedEvent, StreamRange } from '../event-store.js';
import { type Position, startOfLog } from '../position.js';
import { isOwnStream } from '../stream-name.js';
import type { Connection } from './connection.js';
import type { Each } from './drained.js';
import { isInvalidPosition } from './failures.js';
import { OwnEvents } from './own-events.js';
import { byteOf, positionAt } from './places.js';
import { logPage, type LogPage, type Met, type StreamPage, streamPage } from './read-message.js';
import { recorded, type TakenOutIds } from './recorded.js';

/** Events in one call: small calls are cheap to try again. */
const STREAM_PAGE = 1_000;
const LOG_PAGE = 10_000;
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

/** How many events a page had, and the byte of its last one. */
interface Walked {
  readonly seen: number;
  readonly last: bigint;
}

/**
 * Reads streams and the whole log in pages. What others keep on the same server is passed over, and not looked at again: „no event
 * of ours lies behind `newest` up to the byte `seenTo`“ stays true, since a log only grows.
 */
export class LogPages {
  private newest: Position = startOfLog;
  private seenTo = 0n;
  private told: Position = startOfLog;
  /** Troubles of the connection when the leader was last seen to show all that anybody was told. */
  private checkedAfter = 0;

  constructor(
    private readonly connection: Connection,
    private readonly takenOut: TakenOutIds,
  ) {}

  /** It was acknowledged or read: whoever leads must show it, and all before it, from now on. */
  mustShow(position: Position): void {
    if (position > this.told) this.told = position;
  }

  async stream(stream: string, range: StreamRange, asked: Asked): Promise<RecordedEvent[]> {
    const { from, limit = Infinity } = range;
    const backwards = range.direction === 'backwards';
    await this.checkShown(asked);
    const events: RecordedEvent[] = [];
    let next = from;
    while (events.length < limit) {
      const count = Math.min(limit - events.length, STREAM_PAGE);
      const before = events.length;
      await this.streamPage({ stream, from: next, count, backwards }, asked, events);
      const last = events.at(-1)?.revision ?? 0;
      next = backwards ? last - 1 : last + 1;
      if (events.length - before < count || next < 0) break;
    }
    if (asked.leader) this.mustShow(events.at(backwards ? 0 : -1)?.position ?? startOfLog);
    return events;
  }

  async after(after: Position | null, limit: number, asked: Asked): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    await this.walk(after, limit, asked, (event) => void events.push(event));
    return events;
  }

  /** The same, each event as soon as it comes. */
  async walk(
    after: Position | null,
    limit: number,
    asked: Asked,
    each: Each<RecordedEvent>,
  ): Promise<void> {
    await this.checkShown(asked);
    const bound = after ?? startOfLog;
    const isKnown = bound >= this.newest && bound <= positionAt(this.seenTo);
    const newest = isKnown ? this.newest : undefined;
    const own = new OwnEvents(bound, limit, this.takenOut, each, newest);
    let from = isKnown ? this.seenTo : byteOf(after);
    let count = pageFor(limit);
    for (;;) {
      const before = own.count;
      const { seen, last } = await this.pageAfter({ from, count }, asked, (one) => own.take(one));
      if (own.newest !== undefined && own.seenTo !== undefined)
        this.remember(own.newest, own.seenTo);
      if (own.isOver || seen < count) return;
      from = last;
      const isForeign = own.count - before < seen / 2;
      count = isForeign ? Math.min(count * 2, LOG_PAGE) : pageFor(limit - own.count);
    }
  }

  async lastPosition(asked: Asked): Promise<Position | null> {
    await this.checkShown(asked);
    let from = -1n;
    let end: bigint | undefined;
    for (let count = 1; ; count = Math.min(count * 32, LOG_PAGE)) {
      let newest: Position | undefined;
      const { seen, last } = await this.allPage({ from, count, backwards: true }, asked, (one) => {
        const { byte, stream } = one;
        end ??= byte;
        if (newest !== undefined) return undefined;
        if (byte <= this.seenTo) newest = this.newest;
        else if (isOwnStream(stream)) newest = positionAt(byte);
        return undefined;
      });
      if (newest !== undefined || seen < count) {
        const position = newest ?? startOfLog;
        // What another node shows may be cut off.
        if (asked.leader) this.remember(position, end ?? 0n);
        return position === startOfLog ? null : position;
      }
      from = last;
    }
  }

  /** The byte of the last event on the server, whoever wrote it. */
  async end(asked: Asked): Promise<bigint> {
    const page: LogPage = { from: -1n, count: 1, backwards: true };
    const { seen, last } = await this.allPage(page, asked, () => undefined);
    return seen === 0 ? 0n : last;
  }

  /** Events of ours from the newest to the oldest, until told that it is enough: there is no index by id. */
  async backwards(each: Each<RecordedEvent>, asked: Asked): Promise<void> {
    await this.checkShown(asked);
    let isEnough = false;
    for (let from = -1n; ;) {
      const page: LogPage = { from, count: LOG_PAGE, backwards: true };
      const { seen, last } = await this.allPage(page, asked, (met) => {
        if (!isOwnStream(met.stream)) return undefined;
        const answer = each(recorded(met, this.takenOut));
        isEnough = answer === 'enough';
        return answer;
      });
      if (isEnough || seen < LOG_PAGE) return;
      from = last;
    }
  }

  /**
   * A leader that was just elected has everything that was acknowledged, but shows the last of it only when its followers have
   * confirmed it, and any other node may be behind: until then it would answer for a stream that ends too early. Throws, to be asked
   * again.
   */
  private async checkShown(asked: Asked): Promise<void> {
    const { troubles } = this.connection;
    if (asked.leader && troubles === this.checkedAfter) return;
    if (positionAt(await this.end(asked)) < this.told) {
      throw new Error('The node does not yet show what was acknowledged');
    }
    if (asked.leader) this.checkedAfter = troubles;
  }

  private remember(newest: Position, seenTo: bigint): void {
    this.mustShow(newest);
    if (seenTo <= this.seenTo) return;
    this.newest = newest;
    this.seenTo = seenTo;
  }

  private streamPage(page: StreamPage, asked: Asked, events: RecordedEvent[]): Promise<void> {
    return this.connection.read(streamPage(page), asked, SILENCE_MS, (met) => {
      events.push(recorded(met, this.takenOut));
      return undefined;
    });
  }

  /** A place at which no event of this server begins (a log from an older backup) is looked for from the start. */
  private async pageAfter(page: LogPage, asked: Asked, each: Each<Met>): Promise<Walked> {
    try {
      return await this.allPage(page, asked, each);
    } catch (error) {
      if (!isInvalidPosition(error)) throw error;
    }
    let isEnough = false;
    const behind = { seen: 0, last: page.from };
    for (let from = 0n; ;) {
      const { seen, last } = await this.allPage({ from, count: LOG_PAGE }, asked, (met) => {
        if (met.byte < page.from) return undefined;
        behind.seen++;
        behind.last = met.byte;
        isEnough = each(met) === 'enough' || behind.seen === page.count;
        return isEnough ? 'enough' : undefined;
      });
      if (isEnough || seen < LOG_PAGE) return behind;
      from = last;
    }
  }

  private async allPage(page: LogPage, asked: Asked, each: Each<Met>): Promise<Walked> {
    const walked = { seen: 0, last: page.from };
    await this.connection.read(logPage(page), asked, SILENCE_MS, (met) => {
      walked.seen++;
      walked.last = met.byte;
      return each(met);
    });
    return walked;
  }
}
