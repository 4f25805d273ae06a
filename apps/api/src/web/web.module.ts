import { Module } from '@nestjs/common';
import { DecisionPagesController } from './decisions/decisions.controller.js';
import { MeasureListController } from './measures/list.controller.js';
import { MeasureDesk } from './measures/measure-desk.js';
import { MeasuresPagesController } from './measures/measures.controller.js';
import { TownController } from './town/town.controller.js';
import { TownsFileController } from './town/towns-file.controller.js';

/** The public pages. */
@Module({
  controllers: [
    TownController,
    TownsFileController,
    MeasureListController,
    MeasuresPagesController,
    DecisionPagesController,
  ],
  providers: [MeasureDesk],
})
export class WebModule {}
