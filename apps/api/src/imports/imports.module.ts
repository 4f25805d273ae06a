import { Module } from '@nestjs/common';
import { GoneMeasures } from './gone-measures.js';
import { ImportJobs } from './import-jobs.js';
import { Importing } from './importing.js';
import { ImportsController } from './imports.controller.js';
import { SheetMappings } from './sheet-mappings.js';
import { UploadedFiles } from './uploaded-files.js';
import { Uploads } from './uploads.js';

/** Files in. */
@Module({
  controllers: [ImportsController],
  providers: [GoneMeasures, Importing, ImportJobs, Uploads, UploadedFiles, SheetMappings],
  exports: [GoneMeasures, ImportJobs, Uploads, UploadedFiles, SheetMappings],
})
export class ImportsModule {}
