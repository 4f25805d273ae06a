import { existsSync } from 'node:fs';
import {
  comparePositions,
  openLogReader,
  type ParkedStream,
  type ProjectionStatus,
  startOfLog,
  type EventReader,
  type Position,
} from '@klimaspur/event-store';
import { readCheckpoint } from './project/checkpoint.js';
import {
  type InThreadOptions,
  type MovedFor,
  type Mover,
  moveInThread,
  moveInWorker,
} from './mover.js';
import { type Parked, parkedIn } from './project/parking.js';
import { IntervalIndex } from './store/interval-index.js';
import { Statements } from './store/statements.js';
import { openToRead, openToWrite, replaceViews } from './store/views-file.js';
import type { LevelReached } from './types.js';
import { ViewQueries } from './view-queries.js';
import { ViewsDamaged } from './views-damaged.js';

const PATIENCE_MS = 2000;

/** The file tells some of the log, or the log is empty. */
const TELLING: ReadonlySet<string> = new Set(['catching-up', 'live']);

export interface ReadModelsOptions {
  /** Address of the log: `sqlite:<data folder>`. */
  readonly log: string;
  /** The views file; made where there is none. */
  readonly views: string;
  /** After so long a stream that cannot be told is tried again, before it is parked. */
  readonly triedAgainAfterMs?: readonly number[];
}

type Waiting = { readonly position: Position; readonly resolve: (reached: boolean) => void };

/** What people see: rows made from the log alone, to be thrown away at any time. */
export class ReadModels extends ViewQueries {
  protected statements: Statements;
  protected index = new IntervalIndex();
  private mover: Mover | undefined;
  private reached: Position;
  private kept: Omit<ProjectionStatus, 'position' | 'parked'> = {
    life: 'new',
    fault: null,
    retries: 0,
    rebuilding: null,
  };
  private retold = 0;
  private begin: () => void = () => {};
  private readonly begun = new Promise<void>((resolve) => (this.begin = resolve));
  /** Why the file has to be made anew; null: it is as it was written. */
  private damage: string | null = null;
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
  static async open(data: ReadModelsOptions): Promise<ReadModels> {
    openToWrite(data.views).close();
    const models = new ReadModels(data.views);
    models.mover = moveInWorker({ ...data }, models.client());
    return models;
  }

  /** The same with the projector in this thread, for tests and small jobs; level with the log when it answers. */
  static async openInThread({
    log,
    views,
    ...options
  }: InThreadOptions & {
    readonly log: EventReader | string;
    readonly views: string;
  }): Promise<ReadModels> {
    openToWrite(views).close();
    const models = new ReadModels(views);
    // A store that others go on using is not ours to close.
    const owns = typeof log === 'string';
    const reader = owns ? await openLogReader(log) : log;
    const { mover, level } = moveInThread(reader, views, models.client(), { ...options, owns });
    models.mover = mover;
    await level;
    return models;
  }

  /** The place in the log up to which answers are complete. */
  get level(): Position {
    return this.reached;
  }

  /** Why the projector stands still; null: it does not. A stream that is parked holds up nothing else. */
  get failing(): string | null {
    const { life, fault } = this.kept;
    if (this.damage !== null) return this.damage;
    return life === 'stopped' || life === 'retrying' ? (fault?.message ?? life) : null;
  }

  /** How the projection does. */
  get status(): ProjectionStatus {
    const { life, ...kept } = this.kept;
    const parked = this.parked().length;
    const position = this.reached === startOfLog ? null : this.reached;
    return { ...kept, life: life === 'live' && parked > 0 ? 'parked' : life, position, parked };
  }

  /** Raised where what was told before may look different, while the level stays. */
  get edition(): number {
    return this.retold;
  }

  /** Streams that cannot be told any further, oldest first. */
  parked(): readonly ParkedStream[] {
    try {
      return this.read((db) =>
        parkedIn(db.all<Parked>('SELECT * FROM parked ORDER BY since, stream')),
      );
    } catch (error) {
      // What is made anew tells it again.
      if (error instanceof ViewsDamaged) return [];
      throw error;
    }
  }

  /** Tells a parked stream again from its beginning; false: it still cannot be told. */
  replay(stream: string): Promise<boolean> {
    return this.mover?.replay(stream) ?? Promise.resolve(false);
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

  /** Resolves once there is something to be asked: the log was told in rows, now or before. */
  async first(): Promise<void> {
    if (this.reached === startOfLog) await this.begun;
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

  /** Once, however many ask: the file in its place is another one. */
  protected foundDamaged({ message }: ViewsDamaged): void {
    if (this.damage !== null) return;
    this.damage = message;
    // Where that fails, it is tried again without end.
    void this.mover?.heal(message).catch(() => undefined);
  }

  private connect(): Statements {
    return new Statements(openToRead(this.views));
  }

  private client(): MovedFor {
    return {
      levelReached: (reached) => this.levelReached(reached),
      swap: (built) => {
        this.statements.db.close();
        replaceViews(built, this.views);
        this.statements = this.connect();
        this.index = new IntervalIndex();
        this.damage = null;
      },
      became: (status) => {
        this.kept = status;
        if (TELLING.has(status.life)) this.begin();
      },
      stopped: (message) => {
        const fault = { message, at: new Date().toISOString() };
        this.kept = { ...this.kept, life: 'stopped', fault };
      },
    };
  }

  private levelReached(reached: LevelReached): void {
    this.reached = reached.level;
    if (reached.retold) {
      this.retold++;
      this.index = new IntervalIndex();
    }
    const there = this.waiting.filter(
      ({ position }) => comparePositions(reached.level, position) >= 0,
    );
    this.waiting = this.waiting.filter((waiting) => !there.includes(waiting));
    for (const { resolve } of there) resolve(true);
    for (const listener of this.listeners) listener(reached);
  }
}
