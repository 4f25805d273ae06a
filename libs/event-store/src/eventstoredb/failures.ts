import { AppendTooLarge, LogAccessDenied, LogStreamDeleted, type Silence } from '../errors.js';
import { type LogError, NotStorable } from '../log-error.js';
import { APPEND_LIMIT } from '../stored-form.js';

interface Told {
  readonly type?: string;
  readonly code?: number;
  readonly message: string;
  readonly leader?: { readonly address: string; readonly port: number };
  readonly streamName?: string;
}

const told = (error: unknown): Told => (error ?? { message: '' }) as Told;

/** We gave a call up; the server may still carry it out. */
export class NoAnswer extends Error {
  constructor(afterMs: number) {
    super(`No answer within ${afterMs} ms`);
    this.name = 'NoAnswer';
  }
}

/** The names that the client gives to the answers to a single call, for those to one of many on one call. */
const kinds: Readonly<Record<string, string>> = {
  AccessDenied: 'access-denied',
  MaximumAppendSizeExceeded: 'maximum-append-size-exceeded',
  StreamDeleted: 'stream-deleted',
  Timeout: 'timeout',
  WrongExpectedVersion: 'wrong-expected-version',
};

/** What the server answers instead of storing. Whether it has stored nothing only some kinds tell. */
export class AppendFailed extends Error {
  readonly type: string;
  /** Whoever is not known at all gets the whole call refused. */
  readonly code: number | undefined;

  constructor(
    kind: string,
    message: string,
    readonly streamName: string,
  ) {
    super(`${kind}: ${message}`);
    this.name = 'AppendFailed';
    this.type = kinds[kind] ?? 'unknown';
    this.code = kind === 'AccessDenied' ? NOT_PERMITTED : undefined;
  }
}

/** The code of a user who is known and may not do this; whoever is not known gets another. */
const NOT_PERMITTED = 7;

export const isConflict = (error: unknown): boolean =>
  told(error).type === 'wrong-expected-version';

/** The place is none that an event of this server begins at. */
export const isInvalidPosition = (error: unknown): boolean =>
  told(error).message.includes('InvalidPosition');

/** A no that trying again does not change; undefined: a trouble that may pass, and after which the outcome is unknown. */
export function refusalIn(error: unknown): LogError | undefined {
  const { type, code, message, streamName } = told(error);
  if (type === 'access-denied') {
    return new LogAccessDenied(
      code === NOT_PERMITTED ? 'log/no-rights' : 'log/access-denied',
      error,
    );
  }
  if (type === 'stream-deleted') return new LogStreamDeleted(streamName ?? '');
  if (type === 'maximum-append-size-exceeded')
    return new AppendTooLarge(APPEND_LIMIT, APPEND_LIMIT);
  if (message.includes('BadRequest')) return new NotStorable(message, { cause: error });
  return undefined;
}

/** What only a server says that could look. */
export const isAnswer = (error: unknown): boolean =>
  isConflict(error) || isInvalidPosition(error) || refusalIn(error) !== undefined;

/** The server answers, and cannot do more yet: it starts, or nobody leads. */
export const isNotReady = (error: unknown): boolean =>
  told(error).message.includes('Server Is Not Ready');

/** The leader's address, where a follower was asked that may not answer. */
export const leaderIn = (error: unknown): Told['leader'] =>
  told(error).type === 'not-leader' ? told(error).leader : undefined;

const lostTypes = new Set(['unavailable', 'deadline-exceeded', 'cancelled']);
/** UNAVAILABLE, and INTERNAL, by which an orderly stop shows itself. */
const lostCodes = new Set([14, 13]);

/**
 * Whether another connection must be tried. Not where the server answers and cannot yet (election, start, no majority: by a
 * TimeoutError, or by words alone).
 */
export function isLost(error: unknown): boolean {
  if (error instanceof NoAnswer || leaderIn(error)) return true;
  const { type, code } = told(error);
  if (lostTypes.has(type ?? '') || lostCodes.has(code ?? 0)) return true;
  // A failed discovery has neither, and the client would remember it.
  return type === undefined && code === undefined;
}

/** What no waiting mends when a log is opened. */
export function tlsTroubleIn(error: unknown): Silence | undefined {
  const { message } = told(error);
  if (/wrong version number|packet length too long/i.test(message)) return 'log/without-tls';
  if (/certificate|self[- ]signed|altnames/i.test(message)) return 'log/untrusted';
  return /\b(SSL|TLS)\b/i.test(message) ? 'log/unreachable' : undefined;
}

/** What was met at last, without what the transport puts around it. */
export function reasonIn(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, met] =
    /Last error: (?:Error: )?(.+?)(?:;| \(\d{4}-|\. Resolution note|\n|$)/.exec(message) ?? [];
  return met ?? message;
}
