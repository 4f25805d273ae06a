import { randomFillSync } from 'node:crypto';

// One call to the system for many small draws: asking it for each salt cost a fifth of an append.
const pool = Buffer.alloc(4096);
let used = pool.length;

/** Random bytes, as lower-case hex; none is given twice. */
export function randomHex(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.toString('hex', used - bytes, used);
}
