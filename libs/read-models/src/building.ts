import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { EventReader, Position } from '@klimaspur/event-store';
import { buildFile, type BuildOrder, Stopped } from './project/build-file.js';

/** A views file that is being made. */
export interface Building {
  /** Rejects with why it could not be made. */
  readonly done: Promise<void>;
  /** Nobody waits for it any more. */
  stop(): Promise<void>;
}

/** Begins to make a views file; `reached` is told how far. */
export type Build = (order: BuildOrder, reached: (position: Position) => void) => Building;

/** What the thread that builds is given at its start. */
export interface BuilderData extends BuildOrder {
  readonly log: string;
}

export type FromBuilder =
  | { readonly kind: 'reached'; readonly position: Position }
  | { readonly kind: 'built' }
  | { readonly kind: 'failed'; readonly message: string };

/** What is held of the log grows old anyway: more room for the young costs 100 MB, and gains nothing. */
export const YOUNG_MB = 32;

/** Builds in this thread, between its other work. */
export const buildHere =
  (log: EventReader): Build =>
  (order, reached) => {
    let stopped = false;
    const done = buildFile(log, order, async (position) => {
      // Reading a file and writing another, the thread would hear of nothing else.
      await turn();
      if (stopped) throw new Stopped();
      if (position !== null) reached(position);
    });
    const stop = (): Promise<void> => {
      stopped = true;
      return done.catch(() => undefined);
    };
    return { done, stop };
  };

/**
 * Builds in a thread of its own, which gives back its memory at the end: nothing else waits for it. Needs the built
 * files, as every worker does.
 */
export const buildInWorker =
  (log: string): Build =>
  (order, reached) => {
    const workerData: BuilderData = { log, ...order };
    const worker = new Worker(new URL('./builder-worker.js', import.meta.url), {
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const done = new Promise<void>((resolve, reject) => {
      worker.on('message', (message: FromBuilder) => {
        if (message.kind === 'reached') reached(message.position);
        else if (message.kind === 'built') resolve();
        else reject(new Error(message.message));
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The thread that builds the views has ended')));
    });
    return { done, stop: async () => void (await worker.terminate()) };
  };
