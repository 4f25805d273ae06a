import { hash } from 'node:crypto';
import { NotStorable } from './log-error.js';
import { randomHex } from './random-hex.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TIME_DIGITS = 12;

/** Lower-case and dashed: the one spelling of an id in the log. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** A fresh UUIDv7. `now` is an instant in ms since 1970, so that a door can be tested. */
export function newCommandId(now: number = Date.now()): string {
  return dashed(now.toString(16).padStart(TIME_DIGITS, '0') + randomHex(10), '7');
}

/**
 * The command id for a client's idempotency key: a UUIDv7 stays itself, any other key always gives the same one.
 * `scope` (whose key it is) keeps two people's „1“ apart. The time part of such an id is zero rather than a
 * made-up date: it has to be the same at the next try, which may be tomorrow.
 */
export function commandIdFrom(key: string, scope = ''): string {
  const lower = key.toLowerCase();
  if (UUID_V7.test(lower)) return lower;
  return dashed('0'.repeat(TIME_DIGITS) + digest('key', scope, key).slice(TIME_DIGITS), '7');
}

/** Id of the nth event (from 0) that a command writes into a stream: the same at every try, ordered by the command's time. */
export function eventId(commandId: string, stream: string, n: number): string {
  return timeOrdered(commandId, 'event', commandId, stream, n);
}

/** Id of the nth event that a policy writes into a stream because of a source event: the same at every run. */
export function policyEventId(sourceEventId: string, stream: string, n: number): string {
  return timeOrdered(sourceEventId, 'policy', sourceEventId, stream, n);
}

/** Id of a thing that a command creates (`purpose` tells several of one command apart), so that a retry finds the first one. */
export function derivedId(commandId: string, purpose: string): string {
  return timeOrdered(commandId, 'derived', commandId, purpose);
}

/** Id of a thing that the world has named already (a municipality by its AGS). Not time-ordered. */
export function nameBasedId(namespace: string, name: string): string {
  return dashed(digest('name', namespace, name), '8');
}

function timeOrdered(source: string, ...parts: (string | number)[]): string {
  if (!isUuid(source)) throw new NotStorable(`${source} is not a lower-case UUID`);
  const time = source.slice(0, 8) + source.slice(9, 13);
  return dashed(time + digest(...parts).slice(TIME_DIGITS), '8');
}

// Parts are JSON-quoted, so that no two lists of parts give one text.
const digest = (...parts: (string | number)[]): string =>
  hash('sha256', JSON.stringify(parts), 'hex');

function dashed(hex: string, version: '7' | '8'): string {
  const variant = ((parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return (
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(13, 16)}` +
    `-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  );
}
