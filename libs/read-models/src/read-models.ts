import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import {
  comparePositions,
  MaskedReader,
  openLogReader,
  startOfLog,
  type EventReader,
  type Position,
} from '@klimaspur/event-store';
import { readCheckpoint } from './project/checkpoint.js';
import type { FromProjector, ProjectorData, ToProjector } from './projector-messages.js';
import { saysTakenOut } from './says-taken-out.js';
import { IntervalIndex } from './store/interval-index.js';
import { Statements } from './store/statements.js';
import { openToRead, openToWrite, replaceViews } from './store/views-file.js';
import type { LevelReached } from './types.js';
import { ViewQueries } from './view-queries.js';
import { ViewsKeeper } from './views-keeper.js';

const PATIENCE_MS = 2000;

export interface ReadModelsOptions {
  /** Address of the log: `sqlite:<data folder>`. */
  readonly log: string;
  /** The views file; made where there is none. */
  readonly views: string;
}

/** Who moves the rows: a thread of its own, or this one. */
interface Mover {
  wake(): void;
  rebuild(): Promise<void>;
  close(): Promise<void>;
}

type Waiting = { readonly position: Position; readonly resolve: (reached: boolean) => void };

/** What people see: rows made from the log alone, to be thrown away at any time. */
export class ReadModels extends ViewQueries {
  protected statements: Statements;
  protected index = new IntervalIndex();
  private mover: Mover | undefined;
  private reached: Position;
  private failure: string | null = null;
  private readonly listeners = new Set<(reached: LevelReached) => void>();
  private waiting: Waiting[] = [];

  private constructor(private readonly views: string) {
    super();
    // The tables must be there before anything is asked of them.
    if (!existsSync(views)) openToWrite(views).close();
    this.statements = this.connect();
    this.reached = readCheckpoint(this.statements.db)?.position ?? startOfLog;
  }

  /** Reads beside a projector in a worker thread. Needs the built files, as every worker does. */
  static async open({ log, views }: ReadModelsOptions): Promise<ReadModels> {
    openToWrite(views).close();
    const models = new ReadModels(views);
    models.mover = models.startWorker({ log, views });
    return models;
  }

  /** The same with the projector in this thread, for tests and small jobs; level with the log when it answers. */
  static async openInThread(options: {
    readonly log: EventReader | string;
    readonly views: string;
    readonly batch?: number;
  }): Promise<ReadModels> {
    const { log, views, batch } = options;
    openToWrite(views).close();
    const models = new ReadModels(views);
    const reader = typeof log === 'string' ? await openLogReader(log) : log;
    const keeper = new ViewsKeeper(
      new MaskedReader(reader, saysTakenOut),
      views,
      models.client(),
      batch,
    );
    models.mover = {
      wake: () => void keeper.wake(),
      rebuild: () => keeper.rebuild(),
      close: async () => {
        await keeper.close();
        // A store that others go on using is not ours to close.
        if (reader !== log) await reader.close();
      },
    };
    await keeper.start();
    if (models.failure !== null) throw new Error(models.failure);
    return models;
  }

  /** The place in the log up to which answers are complete. */
  get level(): Position {
    return this.reached;
  }

  /** Why the projector stands still; null: it does not. */
  get failing(): string | null {
    return this.failure;
  }

  /** To be called after each commit. */
  wake(): void {
    this.mover?.wake();
  }

  /** True once answers include `position`; false when that takes longer than the patience. */
  waitUntil(position: Position, timeoutMs = PATIENCE_MS): Promise<boolean> {
    if (comparePositions(this.reached, position) >= 0) return Promise.resolve(true);
    this.wake();
    return new Promise((resolve) => {
      const waiting: Waiting = {
        position,
        resolve: (reached) => {
          clearTimeout(timer);
          resolve(reached);
        },
      };
      const timer = setTimeout(() => {
        this.waiting = this.waiting.filter((other) => other !== waiting);
        resolve(false);
      }, timeoutMs);
      this.waiting.push(waiting);
    });
  }

  /** Called after each batch that was carried over. Returns the way to leave. */
  onChange(listener: (reached: LevelReached) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Builds the file anew beside the old one, which answers until then. */
  async rebuild(): Promise<void> {
    await this.mover?.rebuild();
  }

  async close(): Promise<void> {
    await this.mover?.close();
    for (const { resolve } of this.waiting) resolve(false);
    this.waiting = [];
    this.statements.db.close();
  }

  private connect(): Statements {
    return new Statements(openToRead(this.views));
  }

  private client() {
    return {
      levelReached: (reached: LevelReached) => this.levelReached(reached),
      swap: (built: string) => {
        this.statements.db.close();
        replaceViews(built, this.views);
        this.statements = this.connect();
        this.index = new IntervalIndex();
      },
      failed: (error: unknown) => {
        this.failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
      },
    };
  }

  private levelReached(reached: LevelReached): void {
    this.failure = null;
    this.reached = reached.level;
    const there = this.waiting.filter(
      ({ position }) => comparePositions(reached.level, position) >= 0,
    );
    this.waiting = this.waiting.filter((waiting) => !there.includes(waiting));
    for (const { resolve } of there) resolve(true);
    for (const listener of this.listeners) listener(reached);
  }

  private startWorker(data: ProjectorData): Mover {
    const worker = new Worker(new URL('./projector-worker.js', import.meta.url), {
      workerData: data,
    });
    const client = this.client();
    const say = (message: ToProjector) => worker.postMessage(message);
    let rebuilds: (() => void)[] = [];
    const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    worker.on('message', (message: FromProjector) => {
      switch (message.kind) {
        case 'level':
          return client.levelReached(message.reached);
        case 'built':
          client.swap(message.file);
          return say('swapped');
        case 'rebuilt':
          for (const resolve of rebuilds) resolve();
          rebuilds = [];
          return;
        case 'failed':
          return client.failed(message.message);
      }
    });
    worker.on('error', client.failed);
    return {
      wake: () => say('wake'),
      rebuild: () =>
        new Promise((resolve) => {
          rebuilds.push(resolve);
          say('rebuild');
        }),
      close: async () => {
        say('close');
        await gone;
      },
    };
  }
}
