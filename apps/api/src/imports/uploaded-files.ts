import { berlinDay } from '@klimaspur/domain';
import type { GrowingList, ImportDocument, MeasureList, Words } from '@klimaspur/importers';
import type { Translate } from '@klimaspur/messages';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../auth/viewer.js';
import { townOf } from '../redactions/town-of.js';
import { Redactions } from '../redactions/redactions.js';
import { importActor } from './import-actor.js';
import { ImportJobs, type Job, type JobProgress } from './import-jobs.js';
import { Importing } from './importing.js';
import { planWish } from './import-target.js';
import type { Preview } from './preview.js';
import { readCalmly } from './read-calmly.js';
import { ReportFile } from './report-file.js';
import type { ReportRow } from './report-rows.js';
import type { ImportOrder, ImportReport } from './run-import.js';
import { countingList, Spill } from './spilled-measures.js';
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
    redactions: Redactions,
  ) {
    redactions.onTakenOut(async ({ store }, stream) => {
      const town = await townOf(store, stream);
      if (town !== undefined) await uploads.removeOf(town);
      jobs.forgetEnded();
    });
  }

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

  /** How the file is understood; its measures are counted. */
  read(upload: Upload): Promise<ImportDocument<MeasureList>> {
    return this.readInto(upload, countingList, () => undefined);
  }

  private async readInto(
    upload: Upload,
    newList: () => GrowingList,
    progress: (rows: number) => void,
  ): Promise<ImportDocument<MeasureList>> {
    const options = {
      fileName: upload.fileName,
      today: berlinDay(new Date().toISOString()),
      mapping: upload.mapping,
      ...(upload.standOn === undefined ? {} : { standOn: upload.standOn }),
    };
    const rows = readCalmly(await this.uploads.bytes(upload), options, newList);
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
      const asked = { dryRun: true, viewer, t };
      const { document, report } = await this.run(upload, asked, progress);
      return { reading: document.reading, standOn: document.standOn, report, position };
    });
    if (isSoonRead) await ended;
    return this.showing(previews.of(key)!);
  }

  /** What of it is refused, as far as that is known: a long file that nobody looked at says so when it is taken over. */
  async refusedOf(upload: Upload, viewer: Viewer, t: Translate): Promise<ImportReport['refused']> {
    const isSoonRead = (await this.uploads.size(upload)) <= SOON_READ;
    const job = isSoonRead
      ? await this.look(upload, viewer, t)
      : this.jobs.previews.of(JSON.stringify(upload));
    return job?.result?.report.refused ?? [];
  }

  /** Goes on in the background; its page shows how far it is. */
  takeOver(upload: Upload, viewer: Viewer, t: Translate): void {
    this.jobs.start(upload.id, async (progress) => {
      const { document, report } = await this.run(upload, { dryRun: false, viewer, t }, progress);
      const { municipality } = upload;
      if (municipality !== undefined && document.reading) {
        await this.mappings.keep(municipality, document.reading.mapping);
      }
      return report;
    });
  }

  /** Reads it, compares it and takes it over; the whole report goes into a file. */
  private async run(
    upload: Upload,
    { dryRun, viewer, t }: Asked,
    { rows, steps }: JobProgress,
  ): Promise<{ readonly document: ImportDocument<MeasureList>; readonly report: ImportReport }> {
    const spill = new Spill(this.uploads.folder);
    const file = new ReportFile(this.uploads.report(upload.id), t);
    try {
      const document = await this.readInto(upload, spill.list, rows);
      const onRow = (row: ReportRow) => file.row(row);
      const order = { ...(await this.orderOf(upload, document, viewer)), dryRun, onRow };
      const report = await this.importing.run(order, steps);
      file.close(report);
      return { document, report };
    } catch (error) {
      file.drop();
      throw error;
    } finally {
      spill.close();
    }
  }

  private showing(job: Job<Preview>): Job<Preview> {
    if (!isOpen(job)) this.shown.add(job);
    return job;
  }

  private async orderOf(
    upload: Upload,
    document: ImportDocument<MeasureList>,
    viewer: Viewer,
  ): Promise<ImportOrder> {
    const { municipality, plan, newPlan, newTown, acceptGoodRows } = upload;
    return {
      document,
      bytes: await this.uploads.bytes(upload),
      now: new Date().toISOString(),
      actor: importActor(viewer),
      ...(municipality === undefined ? { isForNew: true } : { town: municipality }),
      ...(newTown === undefined ? {} : { newTown }),
      ...planWish(plan, newPlan),
      ...{ acceptGoodRows, publish: false, dryRun: false },
    };
  }
}

interface Asked {
  readonly dryRun: boolean;
  readonly viewer: Viewer;
  readonly t: Translate;
}

/** A file of this many bytes is read and compared before a browser gives up waiting. */
const SOON_READ = 300_000;

const isOpen = ({ result, failed }: Job<unknown>) => result === undefined && failed === undefined;
