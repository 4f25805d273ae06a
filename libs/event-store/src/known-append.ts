import { canonicalJson, type JsonObject } from './canonical.js';
import { IdConflict, WrongExpectedRevision } from './errors.js';
import type { Appended, ExpectedRevision } from './event-store.js';
import type { Position } from './position.js';
import type { StoredForm } from './stored-form.js';
import { isTakenOut } from './taken-out.js';

/** An event that the store has under the same id. `stream` is its stream's name. */
export interface KnownEvent {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly type: string;
  readonly data: string;
}

/**
 * The answer to an append of which at least one id is known: the first answer, if all of it is stored at the place
 * that is asked for, with the same type and data; otherwise a refusal. Metadata is never compared: it holds the
 * instant and the salt of the first try.
 */
export function answerToKnown(
  stream: string,
  events: readonly StoredForm[],
  known: readonly (KnownEvent | undefined)[],
  expected: ExpectedRevision,
  actual: number | null,
): Appended {
  const first = known[0];
  let last = first;
  events.forEach((event, n) => {
    const found = known[n];
    if (!found || !first) throw new IdConflict(stream, event.id, 'partly-known');
    if (found.stream !== stream) throw new IdConflict(stream, event.id, 'other-place');
    if (found.type !== event.type || !isSameData(found.data, event.data)) {
      throw new IdConflict(stream, event.id, 'other-content');
    }
    if (found.revision !== first.revision + n)
      throw new IdConflict(stream, event.id, 'other-place');
    last = found;
  });
  const { revision, position } = last!;
  if (!isPlace(first!.revision, expected)) {
    if (!fits(expected, actual)) throw new WrongExpectedRevision(stream, expected, actual);
    throw new IdConflict(stream, events[0]!.id, 'other-place');
  }
  return { revision, position };
}

/** Of a text that was taken out only the rest can be compared. */
const isSameData = (found: string, data: string): boolean => {
  if (found === data) return true;
  const stored = JSON.parse(found) as JsonObject;
  if (!isTakenOut(stored)) return false;
  const { text: _text, ...terms } = JSON.parse(data) as JsonObject;
  return canonicalJson({ ...terms, text: stored['text'] }) === found;
};

const isPlace = (revision: number, expected: ExpectedRevision): boolean =>
  expected === 'stream_exists' || revision === (expected === 'no_stream' ? 0 : expected + 1);

/** Whether a stream whose last revision is `actual` (null: there is none) is where the writer expects it. */
export function fits(expected: ExpectedRevision, actual: number | null): boolean {
  if (expected === 'no_stream') return actual === null;
  if (expected === 'stream_exists') return actual !== null;
  return actual === expected;
}
