import { Module } from '@nestjs/common';
import { HealthChecks } from '../health/health-checks.js';
import { Metrics } from './metrics.js';
import { MetricsController } from './metrics.controller.js';
import { ProjectionsController } from './projections.controller.js';
import { Projections } from './projections.js';

/** What is computed from the logs, and how it does. */
@Module({
  controllers: [ProjectionsController, MetricsController],
  providers: [Projections, Metrics],
  exports: [Projections],
})
export class ProjectionsModule {
  constructor(checks: HealthChecks, projections: Projections) {
    checks.tell('projections', () => projections.summary());
  }
}
