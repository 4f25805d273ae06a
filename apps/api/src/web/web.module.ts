import { Module } from '@nestjs/common';
import { PageETag } from './page-etag.js';
import { TownController } from './town/town.controller.js';

/** The public pages. */
@Module({ controllers: [TownController], providers: [PageETag] })
export class WebModule {}
