import { berlinDay } from '@klimaspur/domain';
import type { ImportDocument, Words } from '@klimaspur/importers';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../auth/viewer.js';
import { importActor } from './import-actor.js';
import { ImportJobs } from './import-jobs.js';
import { Importing } from './importing.js';
import { readCalmly } from './read-calmly.js';
import type { ImportOrder, ImportReport } from './run-import.js';
import { SheetMappings } from './sheet-mappings.js';
import { type Upload, Uploads } from './uploads.js';

/** What can be done with a file that waits: read it, see what it would bring, take it over. */
@Injectable()
export class UploadedFiles {
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

  /** Writes nothing. */
  async preview(
    upload: Upload,
    viewer: Viewer,
  ): Promise<{ readonly document: ImportDocument; readonly report: ImportReport }> {
    const document = await this.read(upload);
    const order = await this.orderOf(upload, document, viewer);
    return { document, report: await this.importing.run({ ...order, dryRun: true }) };
  }

  /** Goes on in the background; its page shows how far it is. */
  takeOver(upload: Upload, viewer: Viewer): void {
    this.jobs.start(upload.id, async ({ rows, steps }) => {
      const document = await this.read(upload, rows);
      const { municipality } = upload;
      if (municipality !== undefined && document.reading) {
        await this.mappings.keep(municipality, document.reading.mapping);
      }
      return this.importing.run(await this.orderOf(upload, document, viewer), steps);
    });
  }

  private async orderOf(
    upload: Upload,
    document: ImportDocument,
    viewer: Viewer,
  ): Promise<ImportOrder> {
    return {
      document,
      bytes: await this.uploads.bytes(upload),
      now: new Date().toISOString(),
      actor: importActor(viewer),
      ...(upload.municipality === undefined ? {} : { town: upload.municipality }),
      ...{ acceptGoodRows: upload.acceptGoodRows, publish: false, dryRun: false },
    };
  }
}
