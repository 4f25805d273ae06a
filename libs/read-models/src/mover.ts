import { Worker } from 'node:worker_threads';
import type { EventReader, Upcasting } from '@klimaspur/event-store';
import { buildHere } from './building.js';
import type { FromProjector, Order, ProjectorData, ToProjector } from './projector-messages.js';
import { readerOfViews } from './reader-of-views.js';
import { type KeeperOptions, type KeptFor, ViewsKeeper } from './views-keeper.js';

/** Who moves the rows: a thread of its own, or this one. */
export interface Mover {
  wake(): void;
  /** Rejects where it cannot be done. */
  rebuild(): Promise<void>;
  /** The file is damaged, as somebody found: built anew without it. Rejects where it cannot be done. */
  heal(reason: string): Promise<void>;
  /** False: the stream still cannot be told. */
  replay(stream: string): Promise<boolean>;
  close(): Promise<void>;
}

export interface MovedFor extends Omit<KeptFor, 'swap'> {
  swap(built: string): void;
  /** The thread has ended by itself: nothing moves any more. */
  stopped(message: string): void;
}

export interface InThreadOptions extends KeeperOptions {
  /** How events of older programs are read, if not as this house does. */
  readonly upcasting?: Upcasting;
}

/** `owns`: the log is closed with it. */
export const moveInThread = (
  log: EventReader,
  views: string,
  client: MovedFor,
  { owns, upcasting, ...options }: InThreadOptions & { readonly owns: boolean },
): { readonly mover: Mover; readonly level: Promise<void> } => {
  const reader = readerOfViews(log, upcasting);
  const here = buildHere(reader);
  const keeper = new ViewsKeeper(reader, views, client, { here, beside: here }, options);
  const mover: Mover = {
    wake: () => void keeper.wake(),
    rebuild: () => keeper.rebuild(),
    heal: (reason) => keeper.heal(reason),
    replay: (stream) => keeper.replay(stream),
    close: async () => {
      await keeper.close();
      if (owns) await log.close();
    },
  };
  return { mover, level: keeper.start() };
};

interface Asked {
  readonly resolve: (told: boolean) => void;
  readonly reject: (error: Error) => void;
}

/** Needs the built files, as every worker does. */
export const moveInWorker = (data: ProjectorData, client: MovedFor): Mover => {
  const worker = new Worker(new URL('./projector-worker.js', import.meta.url), {
    workerData: data,
  });
  const say = (message: ToProjector) => worker.postMessage(message);
  const asked = new Map<number, Asked>();
  let number = 0;
  let ended: Error | undefined;
  let closing = false;
  const end = (error: Error) => {
    if (ended) return;
    ended = error;
    for (const { reject } of asked.values()) reject(error);
    if (!closing) client.stopped(error.message);
  };
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.on('error', (error: Error) => end(error));
  worker.on('exit', () => end(new Error('The thread of the projector has ended')));
  worker.on('message', (message: FromProjector) => {
    switch (message.kind) {
      case 'level':
        return client.levelReached(message.reached);
      case 'built':
        client.swap(message.file);
        return say({ kind: 'swapped' });
      case 'became':
        return client.became(message.status);
      case 'done': {
        const { told, failure } = message;
        const one = asked.get(message.number);
        asked.delete(message.number);
        return failure === undefined ? one?.resolve(told) : one?.reject(new Error(failure));
      }
    }
  });
  const ask = (order: Order) =>
    new Promise<boolean>((resolve, reject) => {
      if (ended) return reject(ended);
      asked.set(++number, { resolve, reject });
      say({ ...order, number });
    });
  return {
    wake: () => say({ kind: 'wake' }),
    rebuild: async () => void (await ask({ kind: 'rebuild' })),
    heal: async (reason) => void (await ask({ kind: 'heal', reason })),
    replay: (stream) => ask({ kind: 'replay', stream }),
    close: async () => {
      closing = true;
      say({ kind: 'close' });
      await gone;
    },
  };
};
