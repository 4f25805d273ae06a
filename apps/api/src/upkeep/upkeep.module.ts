import { Module } from '@nestjs/common';
import { BackupController } from './backup.controller.js';
import { UpkeepController } from './upkeep.controller.js';

/** For the operator. */
@Module({ controllers: [UpkeepController, BackupController] })
export class UpkeepModule {}
