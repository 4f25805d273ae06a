import type { DatabaseSync } from 'node:sqlite';
import { LogClosed, LogStopped, LogWriteFailed } from '../errors.js';
import { LogError } from '../log-error.js';
import { storageTrouble } from '../storage-trouble.js';

interface Waiting<Result> {
  readonly work: () => Result;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome<Result> = { readonly result: Result } | { readonly error: unknown };

// Bounds how long one transaction keeps the event loop.
const LARGEST_GROUP = 256;
// IOERR_FSYNC and IOERR_DIR_FSYNC
const SYNC_FAILED = new Set([1_034, 1_290]);

/**
 * Work that is asked for in the same turn of the event loop shares one transaction, and so one fsync.
 * Each is answered after the COMMIT. A refusal (LogError) is the answer of its own work alone; any other error takes
 * the whole group back.
 */
export class GroupCommit<Result> {
  private queue: Waiting<Result>[] = [];
  private scheduled = false;
  private stopped: LogError | undefined;

  constructor(
    private readonly db: DatabaseSync,
    private readonly committed: (results: readonly Result[]) => void,
    private readonly rolledBack: () => void,
  ) {}

  /** Why nothing more is taken; null: it is. */
  get whyStopped(): LogError | null {
    return this.stopped ?? null;
  }

  run(work: () => Result): Promise<Result> {
    if (this.stopped) return Promise.reject(this.stopped);
    return new Promise((resolve, reject) => {
      this.queue.push({ work, resolve, reject });
      this.schedule();
    });
  }

  /** Commits what waits and takes nothing more. */
  close(): void {
    while (this.queue.length > 0) this.commitGroup();
    this.stopped ??= new LogClosed();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      if (this.queue.length > LARGEST_GROUP) this.schedule();
      this.commitGroup();
    });
  }

  private commitGroup(): void {
    if (this.queue.length === 0) return;
    const group = this.queue.slice(0, LARGEST_GROUP);
    this.queue = this.queue.slice(LARGEST_GROUP);
    const outcomes = this.transact(group);
    const results: Result[] = [];
    group.forEach(({ resolve, reject }, n) => {
      const outcome = outcomes[n]!;
      if ('error' in outcome) return reject(outcome.error);
      results.push(outcome.result);
      resolve(outcome.result);
    });
    if (results.length > 0) this.committed(results);
  }

  private transact(group: readonly Waiting<Result>[]): Outcome<Result>[] {
    if (this.stopped) return group.map(() => ({ error: this.stopped }));
    try {
      this.db.exec('BEGIN IMMEDIATE');
      const outcomes = group.map(({ work }) => attempt(work));
      this.db.exec('COMMIT');
      return outcomes;
    } catch (cause) {
      const error = this.takeBack(cause);
      return group.map(() => ({ error }));
    }
  }

  private takeBack(cause: unknown): LogError {
    const error = new LogWriteFailed(cause);
    // After a failed fsync the operating system may have dropped pages it still shows as written: nothing may be
    // acknowledged on top of them until the log is opened again. What could not even be written is written over.
    // Nor on top of what is damaged.
    if (isFailedSync(cause) || storageTrouble(cause) === 'damaged')
      this.stopped = new LogStopped(cause);
    if (this.db.isTransaction) this.db.exec('ROLLBACK');
    this.rolledBack();
    return error;
  }
}

function attempt<Result>(work: () => Result): Outcome<Result> {
  try {
    return { result: work() };
  } catch (error) {
    if (error instanceof LogError) return { error };
    throw error;
  }
}

const isFailedSync = (cause: unknown): boolean =>
  SYNC_FAILED.has((cause as { errcode?: number }).errcode ?? 0);
