import { Module } from '@nestjs/common';
import { MeasuresPagesController } from './measures/measures.controller.js';
import { TownController } from './town/town.controller.js';

/** The public pages. */
@Module({ controllers: [TownController, MeasuresPagesController] })
export class WebModule {}
