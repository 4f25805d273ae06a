import { berlinDay } from '@klimaspur/domain';
import type { ImportDocument, Words } from '@klimaspur/importers';
import type { Translate } from '@klimaspur/messages';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../auth/viewer.js';
import { importActor } from './import-actor.js';
import { ImportJobs, type Job, type JobProgress } from './import-jobs.js';
import { Importing } from './importing.js';
import { planWish } from './import-target.js';
import type { Preview } from './preview.js';
import { readCalmly } from './read-calmly.js';
import { ReportFile } from './report-file.js';
import type { ReportRow } from './report-rows.js';
import type { ImportOrder, ImportReport } from './run-import.js';
import { SheetMappings } from './sheet-mappings.js';
import { type Upload, Uploads } from './uploads.js';

/** What can be done with a file that waits: read it, see what it would bring, take it over. */
@Injectable()
export class UploadedFiles {
  /** Looks that have ended and were seen. */
  private readonly shown = new WeakSet<Job<Preview>>();

  constructor(
    private readonly uploads: Uploads,
    private readonly mappings: SheetMappings,
    private readonly importing: Importing,
    private readonly jobs: ImportJobs,
  ) {}

  /** Keeps a file with which something can be done; of any other, says why not. */
  async keep(
    bytes: Uint8Array,
    said: Omit<Upload, 'id' | 'uploadedAt'>,
  ): Promise<{ readonly upload: Upload } | { readonly refused: Words }> {
    const upload = await this.uploads.keep(bytes, said);
    const { reading, municipalities, refused } = await this.read(upload);
    const [reason] = refused;
    // Where its columns can be put right, or something can be taken over, it waits.
    if (reading || municipalities.length > 0 || !reason) return { upload };
    await this.uploads.remove(upload.id);
    return { refused: reason.words };
  }

  async read(
    upload: Upload,
    progress: (rows: number) => void = () => undefined,
  ): Promise<ImportDocument> {
    const rows = readCalmly(await this.uploads.bytes(upload), {
      fileName: upload.fileName,
      today: berlinDay(new Date().toISOString()),
      mapping: upload.mapping,
      ...(upload.standOn === undefined ? {} : { standOn: upload.standOn }),
    });
    for (;;) {
      const { done, value } = await rows.next();
      if (done) return value;
      progress(value);
    }
  }

  /**
   * What the file would bring; nothing is recorded. A long file is looked at in the background, and shown once it is
   * ready, though something may have been recorded meanwhile; the next look is a new one then.
   */
  async look(upload: Upload, viewer: Viewer, t: Translate): Promise<Job<Preview>> {
    const { previews } = this.jobs;
    const key = JSON.stringify(upload);
    const position = await this.importing.position();
    const job = previews.of(key);
    if (job && (isOpen(job) || !this.shown.has(job) || job.result?.position === position)) {
      return this.showing(job);
    }
    const isSoonRead = (await this.uploads.size(upload)) <= SOON_READ;
    const ended = previews.start(key, async (progress) => {
      const document = await this.read(upload, progress.rows);
      const order = { ...(await this.orderOf(upload, document, viewer)), dryRun: true };
      const report = await this.run(upload, order, t, progress);
      return { reading: document.reading, standOn: document.standOn, report, position };
    });
    if (isSoonRead) await ended;
    return this.showing(previews.of(key)!);
  }

  /** Goes on in the background; its page shows how far it is. */
  takeOver(upload: Upload, viewer: Viewer, t: Translate): void {
    this.jobs.start(upload.id, async (progress) => {
      const document = await this.read(upload, progress.rows);
      const { municipality } = upload;
      if (municipality !== undefined && document.reading) {
        await this.mappings.keep(municipality, document.reading.mapping);
      }
      return this.run(upload, await this.orderOf(upload, document, viewer), t, progress);
    });
  }

  /** The report goes into a file as a whole. */
  private async run(
    { id }: Upload,
    order: ImportOrder,
    t: Translate,
    { steps }: JobProgress,
  ): Promise<ImportReport> {
    const file = new ReportFile(this.uploads.report(id), t);
    try {
      const onRow = (row: ReportRow) => file.row(row);
      const report = await this.importing.run({ ...order, onRow }, steps);
      file.close(report);
      return report;
    } catch (error) {
      file.drop();
      throw error;
    }
  }

  private showing(job: Job<Preview>): Job<Preview> {
    if (!isOpen(job)) this.shown.add(job);
    return job;
  }

  private async orderOf(
    upload: Upload,
    document: ImportDocument,
    viewer: Viewer,
  ): Promise<ImportOrder> {
    const { municipality, plan, newPlan, newTown, acceptGoodRows } = upload;
    return {
      document,
      bytes: await this.uploads.bytes(upload),
      now: new Date().toISOString(),
      actor: importActor(viewer),
      ...(municipality === undefined ? {} : { town: municipality }),
      ...(newTown === undefined ? {} : { newTown }),
      ...planWish(plan, newPlan),
      ...{ acceptGoodRows, publish: false, dryRun: false },
    };
  }
}

/** A file of this many bytes is read and compared before a browser gives up waiting. */
const SOON_READ = 300_000;

const isOpen = ({ result, failed }: Job<unknown>) => result === undefined && failed === undefined;
