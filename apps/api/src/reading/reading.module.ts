import { Module } from '@nestjs/common';
import { ActorsController } from './actors.controller.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { ChangesController } from './changes.controller.js';
import { Changes } from './changes.js';
import { ComparisonController } from './comparison.controller.js';
import { DecisionsController } from './decisions.controller.js';
import { MeasuresController } from './measures.controller.js';
import { MunicipalitiesController } from './municipalities.controller.js';
import { OrgansController } from './organs.controller.js';
import { PersonsController } from './persons.controller.js';
import { PlansController } from './plans.controller.js';
import { RoundtablesController } from './roundtables.controller.js';
import { TrendsController } from './trends.controller.js';
import { QueriesModule } from '../queries/queries.module.js';

/** The API's questions over HTTP. */
@Module({
  imports: [QueriesModule],
  controllers: [
    MunicipalitiesController,
    TrendsController,
    ComparisonController,
    PlansController,
    MeasuresController,
    DecisionsController,
    OrgansController,
    RoundtablesController,
    ActorsController,
    PersonsController,
    ChangesController,
  ],
  providers: [AnswerInterceptor, Changes],
})
export class ReadingModule {}
