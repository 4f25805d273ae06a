import { Module } from '@nestjs/common';
import { GetActorHandler } from './get-actor.query.js';
import { GetAssessmentsHandler } from './get-assessments.query.js';
import { GetComparisonHandler } from './get-comparison.query.js';
import { GetDecisionHandler } from './get-decision.query.js';
import { GetMeasureHistoryHandler } from './get-measure-history.query.js';
import { GetMeasureHandler } from './get-measure.query.js';
import { GetMovedDatesHandler } from './get-moved-dates.query.js';
import { GetMunicipalityHandler } from './get-municipality.query.js';
import { GetOrganHandler } from './get-organ.query.js';
import { GetPersonHandler } from './get-person.query.js';
import { GetPlanHandler } from './get-plan.query.js';
import { GetProgressHandler } from './get-progress.query.js';
import { GetRoundtableHistoryHandler } from './get-roundtable-history.query.js';
import { GetRoundtableHandler } from './get-roundtable.query.js';
import { GetStagesHandler } from './get-stages.query.js';
import { GetStatusOverTimeHandler } from './get-status-over-time.query.js';
import { ListActorsHandler } from './list-actors.query.js';
import { ListChangesHandler } from './list-changes.query.js';
import { ListMeasuresHandler } from './list-measures.query.js';
import { ListMunicipalitiesHandler } from './list-municipalities.query.js';
import { ListOrgansHandler } from './list-organs.query.js';
import { ListRoundtablesHandler } from './list-roundtables.query.js';

/** The questions of the API. */
@Module({
  providers: [
    GetActorHandler,
    GetAssessmentsHandler,
    GetComparisonHandler,
    GetDecisionHandler,
    GetMeasureHandler,
    GetMeasureHistoryHandler,
    GetMovedDatesHandler,
    GetMunicipalityHandler,
    GetOrganHandler,
    GetPersonHandler,
    GetPlanHandler,
    GetProgressHandler,
    GetRoundtableHandler,
    GetRoundtableHistoryHandler,
    GetStagesHandler,
    GetStatusOverTimeHandler,
    ListActorsHandler,
    ListChangesHandler,
    ListMeasuresHandler,
    ListMunicipalitiesHandler,
    ListOrgansHandler,
    ListRoundtablesHandler,
  ],
})
export class QueriesModule {}
