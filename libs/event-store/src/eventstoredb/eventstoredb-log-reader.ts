import { LogClosed, LogMissing, LogUnreachable, type Silence } from '../errors.js';
import { EventReader, type RecordedEvent, type StreamRange } from '../event-store.js';
import { LogError } from '../log-error.js';
import type { Position } from '../position.js';
import { withoutPassword } from '../server-url.js';
import { checkedStream } from '../stream-name.js';
import { addressOf, isPlain, nodesOf } from './address.js';
import { Connection, type KeepAlive } from './connection.js';
import { isLost, reasonIn, refusalIn, tlsTroubleIn } from './failures.js';
import { logNameAt } from './log-name.js';
import { type Asked, LogPages } from './log-pages.js';
import { ReadAhead, type Source } from './read-ahead.js';
import { retrying } from './retrying.js';
import { speaksTls } from './speaks-tls.js';
import { TakenOutList } from './taken-out-list.js';

export interface EventStoreDbOptions {
  /** So long a call may try until it gives up; a failover takes five to seven seconds. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 15_000;
/** From then on any node may answer a reader: without a majority there is no leader, but what was stored can be read. */
const LEADER_FOR_MS = 3_000;
export const forCalls: KeepAlive = { keepAliveInterval: 10_000, keepAliveTimeout: 4_000 };

/** What a reader and a writer of the same server share. */
export class OpenLog {
  readonly pages: LogPages;
  readonly takenOut: TakenOutList;
  private isClosed = false;

  private constructor(
    readonly url: string,
    readonly connection: Connection,
    readonly logId: string,
    readonly patienceMs: number,
  ) {
    this.takenOut = new TakenOutList(connection);
    this.pages = new LogPages(connection, this.takenOut.ids);
  }

  /** Throws NotStorable, LogUnreachable, LogAccessDenied, LogMissing. */
  static async at(url: string, make: boolean, options: EventStoreDbOptions = {}): Promise<OpenLog> {
    const { patienceMs = PATIENCE_MS } = options;
    const connection = new Connection(addressOf(url), forCalls);
    try {
      const logId = await retrying(async () => {
        try {
          return await logNameAt(connection, make);
        } catch (error) {
          throw refusalIn(error) ?? (await tlsTrouble(url, error)) ?? error;
        }
      }, patienceMs);
      if (logId === undefined) throw new LogMissing(withoutPassword(url));
      const log = new OpenLog(url, connection, logId, patienceMs);
      await log.read(() => Promise.resolve());
      return log;
    } catch (error) {
      connection.close();
      throw error instanceof LogError ? error : unreachable(url, error);
    }
  }

  /**
   * Whoever reads the log from its beginning, to tell all of it anew, is told no text that was taken out before. The leader alone is
   * asked: another node may show what is cut off later, and whoever went on behind that would miss what comes in its place.
   */
  after(after: Position | null, limit: number, signal?: AbortSignal): Promise<RecordedEvent[]> {
    return this.read(async (pages) => {
      if (after === null) await this.takenOut.refreshNow();
      return pages.after(after, limit, { leader: true });
    }, signal);
  }

  /** Asks until somebody answers. Throws LogUnreachable, LogAccessDenied, LogClosed. */
  async read<T>(
    work: (pages: LogPages, asked: Asked) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    try {
      return await retrying(
        (sinceMs) => this.tryTo(work, sinceMs < LEADER_FOR_MS),
        signal ? Infinity : this.patienceMs,
        signal,
      );
    } catch (error) {
      this.refuseClosed();
      throw error instanceof LogError ? error : unreachable(this.url, error);
    }
  }

  /** A text that is taken out meanwhile makes what was read ahead void. */
  readAhead(read: Source['read']): ReadAhead {
    return new ReadAhead({
      read,
      walk: (after, limit, each) =>
        this.tryTo((pages, asked) => pages.walk(after, limit, asked, each)),
      version: () => this.takenOut.ids.size,
    });
  }

  refuseClosed(): void {
    if (this.isClosed) throw new LogClosed();
  }

  close(): void {
    this.isClosed = true;
    this.connection.close();
  }

  private async tryTo<T>(
    work: (pages: LogPages, asked: Asked) => Promise<T>,
    leader = true,
  ): Promise<T> {
    this.refuseClosed();
    try {
      await this.takenOut.refresh();
      return await work(this.pages, { leader });
    } catch (error) {
      throw refusalIn(error) ?? error;
    }
  }
}

const unreachable = (url: string, cause: unknown, code?: Silence): LogUnreachable =>
  new LogUnreachable(withoutPassword(url), reasonIn(cause), { ...(code && { code }), cause });

/** What no waiting mends. */
async function tlsTrouble(url: string, error: unknown): Promise<LogUnreachable | undefined> {
  const trouble = tlsTroubleIn(error);
  if (trouble) return unreachable(url, error, trouble);
  if (!isPlain(url) || !isLost(error)) return undefined;
  const answers = await Promise.all(nodesOf(addressOf(url).url).map(speaksTls));
  return answers.includes(true) ? unreachable(url, error, 'log/needs-tls') : undefined;
}

/** The stream that holds the event. There is no index by id: the whole log is read, from its end. */
export async function streamOf(log: OpenLog, eventId: string): Promise<string | undefined> {
  return log.read(async (pages, asked) => {
    let home: string | undefined;
    await pages.backwards(({ id, stream }) => {
      if (id !== eventId) return undefined;
      home = stream;
      return 'enough';
    }, asked);
    return home;
  });
}

/** Reads the log on a server, beside whoever writes it. */
export class EventStoreDbLogReader extends EventReader {
  readonly logId: string;
  private readonly ahead: ReadAhead;

  private constructor(private readonly log: OpenLog) {
    super();
    this.logId = log.logId;
    this.ahead = log.readAhead((after, limit) => log.after(after, limit));
  }

  static async open(url: string, options?: EventStoreDbOptions): Promise<EventStoreDbLogReader> {
    return new EventStoreDbLogReader(await OpenLog.at(url, false, options));
  }

  async readStream(stream: string, range: StreamRange = {}): Promise<RecordedEvent[]> {
    checkedStream(stream);
    return this.log.read((pages, asked) => pages.stream(stream, range, asked));
  }

  async readAll(after: Position | null, limit: number): Promise<RecordedEvent[]> {
    return this.ahead.page(after, limit);
  }

  async lastPosition(): Promise<Position | null> {
    return this.log.read((pages, asked) => pages.lastPosition(asked));
  }

  streamOf(eventId: string): Promise<string | undefined> {
    return streamOf(this.log, eventId);
  }

  async close(): Promise<void> {
    this.ahead.stop();
    this.log.close();
  }
}
