import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@klimaspur/domain';
import type { ImportReport } from './run-import.js';

/** How far an import is that goes on while its page is looked at. */
export interface ImportJob {
  /** Rows read so far, before it is known how much there is to do. */
  readonly rows: number;
  readonly done: number;
  readonly total: number;
  readonly report?: ImportReport;
  /** Why it stopped; running it again goes on. */
  readonly failed?: unknown;
}

/** Tells how far it is. */
export interface JobProgress {
  rows(count: number): void;
  steps(done: number, total: number): void;
}

type Work = (progress: JobProgress) => Promise<ImportReport>;

const begun: ImportJob = { rows: 0, done: 0, total: 0 };

const KEPT_MS = 3_600_000;

/** Imports that were started by a page: a browser does not wait for twenty thousand rows. */
@Injectable()
export class ImportJobs {
  private readonly jobs = new Map<string, ImportJob>();
  private readonly logger = new Logger('imports');

  of(id: string): ImportJob | undefined {
    return this.jobs.get(id);
  }

  /** Once for each id: pressing the button twice takes nothing over twice. */
  start(id: string, work: Work): void {
    const running = this.jobs.get(id);
    if (running && running.failed === undefined && !(running.report && !running.report.done))
      return;
    this.jobs.set(id, begun);
    const tell = (news: Partial<ImportJob>) => {
      this.jobs.set(id, { ...(this.jobs.get(id) ?? begun), ...news });
    };
    const rows = (count: number) => tell({ rows: count });
    const steps = (done: number, total: number) => tell({ done, total });
    void work({ rows, steps })
      .then((report) => this.end(id, { report }))
      .catch((error: unknown) => {
        if (!(error instanceof DomainError)) this.logger.error('An import stopped', error);
        this.end(id, { failed: error });
      });
  }

  private end(id: string, outcome: Pick<ImportJob, 'report' | 'failed'>): void {
    this.jobs.set(id, { ...(this.jobs.get(id) ?? begun), ...outcome });
    setTimeout(() => this.jobs.delete(id), KEPT_MS).unref();
  }
}
