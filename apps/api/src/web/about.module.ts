import { Module } from '@nestjs/common';
import { InfoController } from './info/info.controller.js';
import { MeasureDesk } from './measures/measure-desk.js';
import { ObserversController } from './observers/observers.controller.js';

/** Pages that say who says this, how, and on what terms. */
@Module({ controllers: [InfoController, ObserversController], providers: [MeasureDesk] })
export class AboutModule {}
