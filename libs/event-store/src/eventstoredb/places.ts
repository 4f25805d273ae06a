import { placeOf, type Position, positionOf } from '../position.js';

/**
 * The server counts bytes, and reads from a place on with the event at it. So that „behind an event“ and „just before it“ are
 * two places of ours, an event that begins at byte n has the odd place 2n + 1: 16 digits still reach 4,500 terabytes.
 */
export const positionAt = (commit: bigint): Position => positionOf(Number(commit) * 2 + 1);

/** The byte from which the events behind a position can be read; the event at it may be the position's own. */
export const byteOf = (position: Position | null): bigint =>
  BigInt(Math.floor(placeOf(position) / 2));
