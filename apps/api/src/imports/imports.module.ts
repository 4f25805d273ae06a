import { Module } from '@nestjs/common';
import { GoneMeasures } from './gone-measures.js';
import { ImportJobs } from './import-jobs.js';
import { Importing } from './importing.js';
import { ImportsController } from './imports.controller.js';
import { SheetMappings } from './sheet-mappings.js';
import { UploadedFiles } from './uploaded-files.js';
import { UnsaidStates } from './unsaid-states.js';
import { Uploads } from './uploads.js';

/** Files in. */
@Module({
  controllers: [ImportsController],
  providers: [
    GoneMeasures,
    UnsaidStates,
    Importing,
    ImportJobs,
    Uploads,
    UploadedFiles,
    SheetMappings,
  ],
  exports: [GoneMeasures, UnsaidStates, ImportJobs, Uploads, UploadedFiles, SheetMappings],
})
export class ImportsModule {}
