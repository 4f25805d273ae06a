import type { StreamingRead } from '@eventstore/db-client';
import { NoAnswer } from './failures.js';

const silent = (): void => undefined;

/** Everything a read gives. Given up, and cancelled, when nothing comes for so long: a large page may take its time. */
export function drained<E>(read: StreamingRead<E>, silenceMs: number): Promise<E[]> {
  return new Promise((resolve, reject) => {
    const events: E[] = [];
    const timer = setTimeout(() => {
      void read.cancel().catch(silent);
      reject(new NoAnswer(silenceMs));
    }, silenceMs);
    read.on('data', (event: E) => {
      events.push(event);
      timer.refresh();
    });
    read.once('end', () => {
      clearTimeout(timer);
      resolve(events);
    });
    // Stays: an error that nobody listens to would end the process, and a second one may come after the first.
    read.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}
