import { Module } from '@nestjs/common';
import { InfoController } from './info/info.controller.js';

/** Pages that say who says this, how, and on what terms. */
@Module({ controllers: [InfoController] })
export class AboutModule {}
