import type { StreamingRead } from '@eventstore/db-client';
import { NoAnswer } from './failures.js';

/** `enough`: what is still to come is not wanted. */
export type Each<E> = (event: E) => 'enough' | undefined;

const silent = (): void => undefined;

/** Calls back with what a read gives. Given up, and cancelled, when nothing comes for so long: a large page may take its time. */
export function drained<E>(
  read: StreamingRead<E>,
  silenceMs: number,
  each: Each<E>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const over = (): void => {
      isOver = true;
      clearTimeout(timer);
    };
    const timer = setTimeout(() => {
      over();
      void read.cancel().catch(silent);
      reject(new NoAnswer(silenceMs));
    }, silenceMs);
    read.on('data', (event: E) => {
      if (isOver) return;
      timer.refresh();
      if (each(event) !== 'enough') return;
      over();
      void read.cancel().catch(silent);
      resolve();
    });
    read.once('end', () => {
      over();
      resolve();
    });
    // Stays: an error that nobody listens to would end the process, and a second one may come after the first.
    read.on('error', (error) => {
      over();
      reject(error);
    });
  });
}

/** The same as a list. */
export async function listed<E>(read: StreamingRead<E>, silenceMs: number): Promise<E[]> {
  const events: E[] = [];
  await drained(read, silenceMs, (event) => void events.push(event));
  return events;
}
