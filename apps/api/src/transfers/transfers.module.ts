import { Module } from '@nestjs/common';
import { TownFilesController } from './town-files.controller.js';
import { TownExport } from './town-export.js';
import { TownImport } from './town-import.js';

/** Towns that go to another server, or come from one. */
@Module({ controllers: [TownFilesController], providers: [TownExport, TownImport] })
export class TransfersModule {}
