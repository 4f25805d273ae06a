import { Global, Module } from '@nestjs/common';
import { EraseController } from './erase.controller.js';
import { Erasing } from './erasing.js';
import { FilePagesController } from './file-pages.controller.js';
import { FileRights } from './file-rights.js';
import { FileUpkeep } from './file-upkeep.js';
import { FilesController } from './files.controller.js';
import { KeptFiles } from './kept-files.js';

/** What was uploaded as evidence: in, out, and away. */
@Global()
@Module({
  controllers: [FilesController, EraseController, FilePagesController],
  providers: [KeptFiles, FileRights, FileUpkeep, Erasing],
  exports: [KeptFiles, FileRights, Erasing],
})
export class FilesModule {}
