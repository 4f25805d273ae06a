import { setTimeout } from 'node:timers/promises';
import { LogError } from '../log-error.js';

const FIRST_MS = 30;
const LONGEST_MS = 1_000;

/** Longer each time, and never the same for all who wait. */
export const pauseMs = (tries: number): number =>
  Math.min(FIRST_MS * 2 ** tries, LONGEST_MS) * (0.5 + Math.random() / 2);

/** Waits; at once if the signal aborts. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal }).catch(() => undefined);

/** Tries until it works, a LogError says no, or the time is over: then throws what came last. */
export async function retrying<T>(
  work: (sinceMs: number) => Promise<T>,
  forMs: number,
  signal?: AbortSignal,
): Promise<T> {
  const start = performance.now();
  for (let tries = 0; ; tries++) {
    const sinceMs = performance.now() - start;
    try {
      return await work(sinceMs);
    } catch (error) {
      const isOver = performance.now() - start >= forMs || signal?.aborted;
      if (error instanceof LogError || isOver) throw error;
    }
    await pause(pauseMs(tries), signal);
  }
}
