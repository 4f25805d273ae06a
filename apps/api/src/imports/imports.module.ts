import { Module } from '@nestjs/common';
import { ImportJobs } from './import-jobs.js';
import { Importing } from './importing.js';
import { ImportsController } from './imports.controller.js';
import { SheetMappings } from './sheet-mappings.js';
import { Uploads } from './uploads.js';

/** Files in. */
@Module({
  controllers: [ImportsController],
  providers: [Importing, ImportJobs, Uploads, SheetMappings],
  exports: [Importing, ImportJobs, Uploads, SheetMappings],
})
export class ImportsModule {}
