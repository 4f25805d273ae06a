import { Worker } from 'node:worker_threads';
import { YOUNG_MB } from './building.js';
import type { BeginWriting, Writing } from './project/tell-aloud.js';
import { givenAway, type Sheet } from './store/dictation.js';

/** What the thread that writes is given at its start. */
export interface WriterData {
  readonly path: string;
  readonly yields: boolean;
}

export type ToWriter =
  { readonly kind: 'sheets'; readonly sheets: readonly Sheet[] } | { readonly kind: 'end' };

export type FromWriter =
  | { readonly kind: 'written' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What of an error tells whether the disk is to blame, or what was to be written. */
export interface Failure {
  readonly message: string;
  readonly code?: unknown;
  readonly errcode?: number;
}

/** Messages that wait to be written at most: some megabytes, so that nobody stops where writing takes a moment. */
const MOST_WAITING = 64;

/** Writes in a thread of its own, which ends with this one. Needs the built files, as every worker does. */
export const writeInWorker =
  (yields: boolean): BeginWriting =>
  (path) => {
    const workerData: WriterData = { path, yields };
    const worker = new Worker(new URL('./writer-worker.js', import.meta.url), {
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    let waiting = 0;
    let goOn = (): void => {};
    const ended = new Promise<void>((resolve, reject) => {
      worker.on('message', (message: FromWriter) => {
        if (message.kind === 'ended') resolve();
        if (message.kind === 'failed') reject(errorOf(message.failure));
        if (message.kind === 'written') waiting--;
        goOn();
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The thread that writes the views has ended')));
    });
    // Who waits hears of it by `write` or `end`.
    ended.catch(() => undefined);
    const say = (message: ToWriter, give: ArrayBuffer[] = []) => worker.postMessage(message, give);
    const writing: Writing = {
      write: async (sheets) => {
        say({ kind: 'sheets', sheets }, givenAway(sheets));
        waiting++;
        while (waiting > MOST_WAITING) {
          await Promise.race([ended, new Promise<void>((resolve) => (goOn = resolve))]);
        }
      },
      end: async () => {
        say({ kind: 'end' });
        await ended;
      },
      stop: async () => void (await worker.terminate()),
    };
    return writing;
  };

const errorOf = ({ message, ...known }: Failure): Error => Object.assign(new Error(message), known);
