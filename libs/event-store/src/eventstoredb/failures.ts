import { AppendTooLarge, LogAccessDenied, LogStreamDeleted } from '../errors.js';
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

export const isConflict = (error: unknown): boolean =>
  told(error).type === 'wrong-expected-version';

export const isStreamMissing = (error: unknown): boolean => told(error).type === 'stream-not-found';

/** The place is none that an event of this server begins at. */
export const isInvalidPosition = (error: unknown): boolean =>
  told(error).message.includes('InvalidPosition');

/** A no that trying again does not change; undefined: a trouble that may pass, and after which the outcome is unknown. */
export function refusalIn(error: unknown): LogError | undefined {
  const { type, message, streamName } = told(error);
  if (type === 'access-denied') return new LogAccessDenied(error);
  if (type === 'stream-deleted') return new LogStreamDeleted(streamName ?? '');
  if (type === 'maximum-append-size-exceeded')
    return new AppendTooLarge(APPEND_LIMIT, APPEND_LIMIT);
  if (message.includes('BadRequest')) return new NotStorable(message, { cause: error });
  return undefined;
}

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

/** None of the nodes that were asked leads, or follows one that does. */
export const isUndiscovered = (error: unknown): boolean =>
  told(error).message.startsWith('Failed to discover');

/** What no waiting mends when a log is opened. */
export const isTlsTrouble = (error: unknown): boolean =>
  /wrong version number|certificate|self[- ]signed|SSL|TLS/i.test(told(error).message);
