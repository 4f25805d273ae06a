import type { Readable } from 'node:stream';
import { convertToCommandError } from '@eventstore/db-client';
import { NoAnswer } from './failures.js';

/** `enough`: what is still to come is not wanted. */
export type Each<E> = (event: E) => 'enough' | undefined;

/** What a read gives bit by bit, whoever made the call. */
export type Reading = Readable & { cancel(): unknown };

/** Calls back with what a read gives. Given up, and cancelled, when nothing comes for so long: a large page may take its time. */
export function drained<E>(read: Reading, silenceMs: number, each: Each<E>): Promise<void> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const over = (): void => {
      isOver = true;
      clearTimeout(timer);
    };
    // In a turn of its own: the transport must be done with what it just gave.
    const cancel = (): void => void setImmediate(() => read.cancel());
    const timer = setTimeout(() => {
      over();
      cancel();
      reject(new NoAnswer(silenceMs));
    }, silenceMs);
    read.on('data', (event: E) => {
      if (isOver) return;
      timer.refresh();
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
    read.on('error', (error: Error) => {
      over();
      reject(convertToCommandError(error));
    });
  });
}
