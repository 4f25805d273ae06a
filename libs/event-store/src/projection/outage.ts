import { EventReader, type RecordedEvent, type StreamRange } from '../event-store.js';
import { LogError } from '../log-error.js';
import type { Position } from '../position.js';

/** The log could not be read: nothing is wrong with any event, and trying again helps. */
export class LogUnreadable extends Error {
  constructor(cause: unknown) {
    super(`The log cannot be read: ${messageOf(cause)}`, { cause });
    this.name = 'LogUnreadable';
  }
}

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Only what was written into the file can be to blame: too big, against a constraint, of a wrong kind, out of range. */
const BY_CONTENT: ReadonlySet<number> = new Set([18, 19, 20, 25]);

/** What no later try of the same would be answered otherwise. */
const REFUSALS: ReadonlySet<string> = new Set([
  'log/id-conflict',
  'log/append-too-large',
  'log/not-storable',
  'log/stream-deleted',
]);

/** Whether log, file or disk failed, and not the telling of an event. */
export const isOutage = (error: unknown): boolean => {
  if (error instanceof LogUnreadable) return true;
  if (error instanceof LogError) return !REFUSALS.has(error.code);
  const { code, errcode, syscall } = (error ?? {}) as {
    code?: unknown;
    errcode?: number;
    syscall?: unknown;
  };
  if (code === 'ERR_SQLITE_ERROR') return !BY_CONTENT.has((errcode ?? 0) & 0xff);
  return syscall !== undefined || code === 'ERR_INVALID_STATE';
};

/** A log of which one can tell whether reading failed, or telling what was read. */
export class OutageReader extends EventReader {
  readonly logId: string;

  constructor(private readonly log: EventReader) {
    super();
    this.logId = log.logId;
  }

  readStream(stream: string, range?: StreamRange): Promise<RecordedEvent[]> {
    return named(this.log.readStream(stream, range));
  }

  readAll(after: Position | null, limit: number): Promise<RecordedEvent[]> {
    return named(this.log.readAll(after, limit));
  }

  lastPosition(): Promise<Position | null> {
    return named(this.log.lastPosition());
  }

  streamOf(eventId: string): Promise<string | undefined> {
    return named(this.log.streamOf(eventId));
  }

  close(): Promise<void> {
    return this.log.close();
  }
}

const named = async <T>(reading: Promise<T>): Promise<T> => {
  try {
    return await reading;
  } catch (error) {
    throw new LogUnreadable(error);
  }
};
