import { Module } from '@nestjs/common';
import { GetDecisionHandler } from './get-decision.query.js';
import { GetMeasureHistoryHandler } from './get-measure-history.query.js';
import { GetMeasureHandler } from './get-measure.query.js';
import { GetMunicipalityHandler } from './get-municipality.query.js';
import { GetOrganHandler } from './get-organ.query.js';
import { GetPersonHandler } from './get-person.query.js';
import { GetPlanHandler } from './get-plan.query.js';
import { GetProgressHandler } from './get-progress.query.js';
import { GetStatusOverTimeHandler } from './get-status-over-time.query.js';
import { ListChangesHandler } from './list-changes.query.js';
import { ListMeasuresHandler } from './list-measures.query.js';
import { ListMunicipalitiesHandler } from './list-municipalities.query.js';
import { ListOrgansHandler } from './list-organs.query.js';

/** The questions of the API. */
@Module({
  providers: [
    GetDecisionHandler,
    GetMeasureHandler,
    GetMeasureHistoryHandler,
    GetMunicipalityHandler,
    GetOrganHandler,
    GetPersonHandler,
    GetPlanHandler,
    GetProgressHandler,
    GetStatusOverTimeHandler,
    ListChangesHandler,
    ListMeasuresHandler,
    ListMunicipalitiesHandler,
    ListOrgansHandler,
  ],
})
export class QueriesModule {}
