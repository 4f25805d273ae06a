import { Module } from '@nestjs/common';
import { GetAssessmentsHandler } from './get-assessments.query.js';
import { GetDecisionHandler } from './get-decision.query.js';
import { GetMeasureHistoryHandler } from './get-measure-history.query.js';
import { GetMeasureHandler } from './get-measure.query.js';
import { GetMovedDatesHandler } from './get-moved-dates.query.js';
import { GetMunicipalityHandler } from './get-municipality.query.js';
import { GetOrganHandler } from './get-organ.query.js';
import { GetPersonHandler } from './get-person.query.js';
import { GetPlanHandler } from './get-plan.query.js';
import { GetProgressHandler } from './get-progress.query.js';
import { GetStagesHandler } from './get-stages.query.js';
import { GetStatusOverTimeHandler } from './get-status-over-time.query.js';
import { ListChangesHandler } from './list-changes.query.js';
import { ListMeasuresHandler } from './list-measures.query.js';
import { ListMunicipalitiesHandler } from './list-municipalities.query.js';
import { ListOrgansHandler } from './list-organs.query.js';

/** The questions of the API. */
@Module({
  providers: [
    GetAssessmentsHandler,
    GetDecisionHandler,
    GetMeasureHandler,
    GetMeasureHistoryHandler,
    GetMovedDatesHandler,
    GetMunicipalityHandler,
    GetOrganHandler,
    GetPersonHandler,
    GetPlanHandler,
    GetProgressHandler,
    GetStagesHandler,
    GetStatusOverTimeHandler,
    ListChangesHandler,
    ListMeasuresHandler,
    ListMunicipalitiesHandler,
    ListOrgansHandler,
  ],
})
export class QueriesModule {}
