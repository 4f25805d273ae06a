import { Module } from '@nestjs/common';
import { MeasuresPagesController } from './measures/measures.controller.js';
import { TownController } from './town/town.controller.js';
import { TownsFileController } from './town/towns-file.controller.js';

/** The public pages. */
@Module({ controllers: [TownController, TownsFileController, MeasuresPagesController] })
export class WebModule {}
