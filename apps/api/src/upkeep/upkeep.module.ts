import { Module } from '@nestjs/common';
import { UpkeepController } from './upkeep.controller.js';

/** For the operator. */
@Module({ controllers: [UpkeepController] })
export class UpkeepModule {}
