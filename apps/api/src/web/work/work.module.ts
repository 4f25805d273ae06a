import { Module } from '@nestjs/common';
import { BeginController } from '../begin/begin.controller.js';
import { workController } from '../forms/work-controller.js';
import { organRoutes } from '../organs/organ.routes.js';
import { publishingRoutes } from '../publishing/publishing.routes.js';
import { townRoutes } from './town.routes.js';
import { WorkController } from './work.controller.js';

/** The pages on which a team works on its town. */
@Module({
  controllers: [
    BeginController,
    WorkController,
    workController('TownWork', townRoutes),
    workController('OrganWork', organRoutes),
    workController('Publishing', publishingRoutes),
  ],
})
export class WorkModule {}
