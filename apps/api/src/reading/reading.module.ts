import { Module } from '@nestjs/common';
import { AnswerInterceptor } from './answer.interceptor.js';
import { ChangesController } from './changes.controller.js';
import { Changes } from './changes.js';
import { MeasuresController } from './measures.controller.js';
import { MunicipalitiesController } from './municipalities.controller.js';
import { QueriesModule } from '../queries/queries.module.js';

/** The API's questions over HTTP. */
@Module({
  imports: [QueriesModule],
  controllers: [MunicipalitiesController, MeasuresController, ChangesController],
  providers: [AnswerInterceptor, Changes],
})
export class ReadingModule {}
