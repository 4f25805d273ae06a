import { Module } from '@nestjs/common';
import { MeasureDesk } from '../measures/measure-desk.js';
import { Pictures } from './pictures.js';
import { ShareController } from './share.controller.js';
import { ShareDesk } from './share-desk.js';

/** Pictures and texts to pass on. */
@Module({
  controllers: [ShareController],
  providers: [MeasureDesk, Pictures, ShareDesk],
})
export class ShareModule {}
