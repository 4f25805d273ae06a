import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@klimaspur/domain';
import { Refusal } from '../errors/refusal.js';
import type { Preview } from './preview.js';
import type { ImportReport } from './run-import.js';

/** How far a piece of work is that goes on while its page is looked at. */
export interface Job<Result> {
  /** Rows read so far, before it is known how much there is to do. */
  readonly rows: number;
  readonly done: number;
  readonly total: number;
  readonly result?: Result;
  /** Why it stopped; running it again goes on. */
  readonly failed?: unknown;
}

/** Tells how far it is. */
export interface JobProgress {
  rows(count: number): void;
  steps(done: number, total: number): void;
}

type Work<Result> = (progress: JobProgress) => Promise<Result>;

const begun = { rows: 0, done: 0, total: 0 };

const KEPT_MS = 3_600_000;

/** Work that was started by a page: a browser does not wait for twenty thousand rows. */
export class Jobs<Result> {
  private readonly jobs = new Map<string, Job<Result>>();
  private readonly logger = new Logger('imports');

  of(id: string): Job<Result> | undefined {
    return this.jobs.get(id);
  }

  /** Begins, or begins again; the promise is kept when it has ended, in whatever way. */
  async start(id: string, work: Work<Result>): Promise<void> {
    let job: Job<Result> = begun;
    const tell = (news: Partial<Job<Result>>) => {
      // What was begun anew meanwhile is told by that.
      if (this.jobs.get(id) !== job) return;
      job = { ...job, ...news };
      this.jobs.set(id, job);
    };
    this.jobs.set(id, (job = { ...begun }));
    const rows = (count: number) => tell({ rows: count });
    const steps = (done: number, total: number) => tell({ done, total });
    try {
      tell({ result: await work({ rows, steps }) });
    } catch (error) {
      const isSaid = error instanceof DomainError || error instanceof Refusal;
      if (!isSaid) this.logger.error('An import stopped', error);
      tell({ failed: error });
    }
    setTimeout(() => this.forget(id, job), KEPT_MS).unref();
  }

  forget(id: string, job: Job<Result>): void {
    if (this.jobs.get(id) === job) this.jobs.delete(id);
  }

  /** What came of those that ended. */
  forgetEnded(): void {
    for (const [id, { result, failed }] of this.jobs) {
      if (result !== undefined || failed !== undefined) this.jobs.delete(id);
    }
  }
}

/** Looking at files, and taking them over. */
@Injectable()
export class ImportJobs {
  readonly previews = new Jobs<Preview>();
  private readonly takeOvers = new Jobs<ImportReport>();

  of(id: string): Job<ImportReport> | undefined {
    return this.takeOvers.of(id);
  }

  /** Once for each id: pressing the button twice takes nothing over twice. */
  start(id: string, work: Work<ImportReport>): void {
    const running = this.takeOvers.of(id);
    if (running && !isStopped(running)) return;
    void this.takeOvers.start(id, work);
  }

  forgetEnded(): void {
    this.previews.forgetEnded();
    this.takeOvers.forgetEnded();
  }

  /** Once somebody goes on with the file, why it was not taken over before says nothing any more. */
  forgetStopped(id: string): void {
    const job = this.takeOvers.of(id);
    if (job && isStopped(job)) this.takeOvers.forget(id, job);
  }
}

const isStopped = ({ failed, result }: Job<ImportReport>) =>
  failed !== undefined || result?.done === false;
