import { NotStorable } from './log-error.js';

/** A place in the whole log: opaque, ordered, with gaps. Compare with comparePositions. */
export type Position = string;

// Sixteen digits hold every safe integer and every byte offset a store will reach; one width lets SQL and JS
// compare the texts as they are.
const DIGITS = 16;

/** Before every event. */
export const startOfLog: Position = '0'.repeat(DIGITS);

/** Negative if a lies before b. null lies before every position. */
export function comparePositions(a: Position | null, b: Position | null): number {
  const left = a ?? startOfLog;
  const right = b ?? startOfLog;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The last place before a position: what follows it begins there. */
export const justBefore = (position: Position): Position => positionOf(placeOf(position) - 1);

/** True for what a client may send back; anything else never came from us. */
export const isPosition = (text: string): boolean => /^\d{16}$/.test(text);

/** For adapters: the position that stands for a number of their own. */
export const positionOf = (place: number): Position => String(place).padStart(DIGITS, '0');

/** For adapters: their number behind a position; null is before everything. */
export function placeOf(position: Position | null): number {
  if (position === null) return 0;
  if (!isPosition(position)) throw new NotStorable(`${position} is not a position of this log`);
  return Number(position);
}
