import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import {
  BackOff,
  comparePositions,
  type EventReader,
  type Position,
  type ProjectionFault,
  type ProjectionLife,
  type ProjectionStatus,
} from '@klimaspur/event-store';
import { consistencyProof, inclusionProof, rootAt } from '../merkle/tree.js';
import { openTreeToRead, openTreeToWrite, type TreeEntry, TreeRows } from './tree-file.js';
import { nodeSha256 } from '../node.js';
import { type TreeClient, TreeKeeper, type TreeLevel, type TreeTrouble } from './tree-keeper.js';
import type { FromTree, ToTree, TreeWorkerData } from './tree-messages.js';

const PATIENCE_MS = 2_000;
/** A pass for each commit would cost whoever appends a fifth of their speed on a small machine. */
const SOON_MS = 100;

export interface LogTreeOptions {
  /** Address of the log. */
  readonly log: string;
  /** Where the tree lies; made where there is none. */
  readonly file: string;
}

/** Who makes the tree grow: a thread of its own, or this one. */
interface Grower {
  wake(): void;
  rebuild(): Promise<void>;
  close(): Promise<void>;
}

/** So many entries, with this root: of a tree at one moment. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

type Waiting = { readonly position: Position; readonly resolve: (reached: boolean) => void };

/** The Merkle tree over all events of a log: a file made from the log alone, to be thrown away at any time. */
export class LogTree {
  private readonly rows: TreeRows;
  private grower: Grower | undefined;
  private level: TreeLevel = { size: 0, position: null, whole: false };
  private why: TreeTrouble | null = null;
  private waiting: Waiting[] = [];
  private soon: NodeJS.Timeout | undefined;
  private fault: ProjectionFault | null = null;
  private retries = 0;
  private rebuilding = false;
  /** Its thread has ended by itself. */
  private ended = false;
  private readonly backOff = new BackOff(() => this.wakeNow());
  private readonly listeners = new Set<() => void>();

  private constructor(private readonly db: DatabaseSync) {
    this.rows = new TreeRows(db);
  }

  /** Grows in a worker thread. Needs the built files, as every worker does. */
  static async open(data: LogTreeOptions): Promise<LogTree> {
    openTreeToWrite(data.file).close();
    const tree = new LogTree(openTreeToRead(data.file));
    tree.grower = tree.startWorker(data);
    return tree;
  }

  /** The same in this thread, for tests and small jobs; level with the log when it answers. */
  static async openInThread(
    log: EventReader,
    { file, batch }: { readonly file: string; readonly batch?: number },
  ): Promise<LogTree> {
    openTreeToWrite(file).close();
    const tree = new LogTree(openTreeToRead(file));
    const keeper = new TreeKeeper(log, file, tree.client(), batch);
    tree.grower = {
      wake: () => void keeper.wake(),
      rebuild: () => keeper.rebuild(),
      close: () => keeper.close(),
    };
    await keeper.wake();
    return tree;
  }

  /** How many entries it has. */
  get size(): number {
    return this.level.size;
  }

  /** It ended where the log did, when it was last looked at. */
  get isWhole(): boolean {
    return this.level.whole;
  }

  /** Why it stands still; null: it does not. */
  get trouble(): TreeTrouble | null {
    return this.why;
  }

  /** How it does. It cannot leave out an entry, so one that is no leaf stops it. */
  get status(): ProjectionStatus {
    const life = this.rebuilding ? 'rebuilding' : this.lifeNow();
    const { fault, retries } = this;
    return { life, position: this.level.position, fault, parked: 0, retries, rebuilding: null };
  }

  /** To be called after each commit; many commits are followed in one go. */
  wake(): void {
    this.soon ??= setTimeout(() => this.wakeNow(), SOON_MS).unref();
  }

  /** True once the entry at `position` is in it; false when that takes longer, or it stands still. */
  waitUntil(position: Position, timeoutMs = PATIENCE_MS): Promise<boolean> {
    if (this.holds(position)) return Promise.resolve(true);
    this.wakeNow();
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

  /** Called whenever it has grown, or begun to stand still. Returns the way to leave. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Reads the whole log again: what was changed in it since shows in the root. */
  async rebuild(): Promise<void> {
    this.rebuilding = true;
    try {
      await this.grower?.rebuild();
    } finally {
      this.rebuilding = false;
    }
  }

  /** All questions of `ask` are answered from one moment of the tree. */
  atOnce<T>(ask: (moment: TreeMoment) => T): T {
    this.db.exec('BEGIN');
    try {
      return ask(new TreeMoment(this.rows));
    } finally {
      // Ends in memory, where nothing can fail.
      this.db.exec('ROLLBACK');
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.soon);
    this.backOff.clear();
    await this.grower?.close();
    this.release(() => true, false);
    this.db.close();
  }

  private wakeNow(): void {
    clearTimeout(this.soon);
    this.soon = undefined;
    this.grower?.wake();
  }

  private lifeNow(): ProjectionLife {
    if (this.why) return this.why.event !== null || this.ended ? 'stopped' : 'retrying';
    if (this.level.whole) return 'live';
    return this.level.position === null ? 'new' : 'catching-up';
  }

  private holds(position: Position): boolean {
    return comparePositions(this.level.position, position) >= 0;
  }

  private release(which: (waiting: Waiting) => boolean, reached: boolean): void {
    const done = this.waiting.filter(which);
    this.waiting = this.waiting.filter((waiting) => !done.includes(waiting));
    for (const { resolve } of done) resolve(reached);
  }

  private client(): TreeClient {
    const changed = () => {
      for (const listener of this.listeners) listener();
    };
    return {
      reached: (level) => {
        this.level = level;
        if (level.whole) {
          this.why = null;
          this.backOff.clear();
        }
        this.release(({ position }) => this.holds(position), true);
        changed();
      },
      stuck: (why) => {
        this.why = why;
        this.level = { ...this.level, whole: false };
        const { event, message } = why;
        this.fault = {
          ...{ message, at: new Date().toISOString() },
          ...(event === null ? {} : { event }),
        };
        this.release(() => true, false);
        if (event === null && !this.ended) {
          this.retries++;
          this.backOff.failed();
        }
        changed();
      },
    };
  }

  private startWorker(data: TreeWorkerData): Grower {
    const worker = new Worker(new URL('./tree-worker.js', import.meta.url), { workerData: data });
    const client = this.client();
    const say = (message: ToTree) => worker.postMessage(message);
    let rebuilds: (() => void)[] = [];
    const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    worker.on('message', (message: FromTree) => {
      if (message.kind === 'reached') return client.reached(message.level);
      if (message.kind === 'stuck') return client.stuck(message.why);
      for (const resolve of rebuilds) resolve();
      rebuilds = [];
    });
    worker.on('error', (error: Error) => {
      this.ended = true;
      for (const resolve of rebuilds) resolve();
      client.stuck({ event: null, message: error.message });
    });
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

/** What a tree says at one moment; hashes of full subtrees never change, but the file may be filled anew. */
export class TreeMoment {
  private readonly read = new Map<string, Uint8Array>();

  constructor(private readonly rows: TreeRows) {}

  head(): TreeHead {
    return this.headAt(this.size);
  }

  get size(): number {
    return this.rows.state()?.size ?? 0;
  }

  /** The root at an earlier size. */
  headAt(size: number): TreeHead {
    return { size, root: rootAt(nodeSha256, size, this.node) };
  }

  entry(event: string): TreeEntry | undefined {
    return this.rows.entry(event);
  }

  leaf(index: number): Uint8Array {
    return this.node(0, index);
  }

  inclusion(index: number, size: number): Uint8Array[] {
    return inclusionProof(nodeSha256, { index, size }, this.node);
  }

  consistency(earlier: number, later: number): Uint8Array[] {
    return consistencyProof(nodeSha256, { earlier, later }, this.node);
  }

  /** Neighbours have most of their paths in common. */
  private readonly node = (level: number, index: number): Uint8Array => {
    const key = `${level}/${index}`;
    const hash = this.read.get(key) ?? this.rows.node(level, index);
    this.read.set(key, hash);
    return hash;
  };
}
