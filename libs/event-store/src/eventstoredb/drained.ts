import type { Readable } from 'node:stream';
import { convertToCommandError } from '@eventstore/db-client';
import { NoAnswer } from './failures.js';

/** `enough`: what is still to come is not wanted. */
export type Each<E> = (event: E) => 'enough' | undefined;

/** What a read gives bit by bit, whoever made the call. */
export type Reading = Readable & { cancel(): unknown };

/** When a read is given up: nothing comes for so long (a large page may take its time), or nobody wants it any more. */
export interface Ends {
  readonly silenceMs?: number;
  readonly signal: AbortSignal;
}

/**
 * Calls back with what a read gives. `ready` gives what begins it, once there is a way to the server: the time for that counts, and
 * one that was given up meanwhile does not begin. Throws NoAnswer, the signal's reason, or what the way ended with.
 */
export function drained<E>(
  ready: Promise<() => Reading>,
  { silenceMs, signal }: Ends,
  each: Each<E>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let read: Reading | undefined;
    let isOver = false;
    const over = (): void => {
      isOver = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    };
    const fail = (error: unknown): void => {
      over();
      reject(error);
    };
    // In a turn of its own: the transport must be done with what it just gave.
    const cancel = (): void => void setImmediate(() => read?.cancel());
    const giveUp = (error: unknown): void => {
      cancel();
      fail(error);
    };
    const stop = (): void => giveUp(signal.reason);
    const timer =
      silenceMs === undefined
        ? undefined
        : setTimeout(() => giveUp(new NoAnswer(silenceMs)), silenceMs);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    ready
      .then((begin) => {
        if (isOver) return;
        read = begin();
        read.on('data', (event: E) => {
          if (isOver) return;
          timer?.refresh();
          if (each(event) !== 'enough') return;
          over();
          cancel();
          resolve();
        });
        read.on('end', () => {
          over();
          resolve();
        });
        // Stays: an error that nobody listens to would end the process, and a second one may come after the first.
        read.on('error', (error: Error) => fail(convertToCommandError(error)));
      })
      .catch(fail);
  });
}
