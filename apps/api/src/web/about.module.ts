import { Module } from '@nestjs/common';
import { ProjectionsModule } from '../projections/projections.module.js';
import { InfoController } from './info/info.controller.js';
import { MeasureDesk } from './measures/measure-desk.js';
import { SiteApiController } from './site/site-api.controller.js';
import { SiteController } from './site/site.controller.js';
import { MentionsController } from './mentions/mentions.controller.js';
import { ProjectionPagesController } from './projections/projections.controller.js';
import { SiteDeskController } from './site/site-desk.controller.js';
import { SiteTexts } from './site/site-texts.js';
import { ObserversFormController } from './observers/observers-form.controller.js';
import { ProofCheckController } from './proof-check/proof-check.controller.js';
import { ResponsibleApiController } from './observers/responsible-api.controller.js';
import { ResponsiblePersons } from './observers/responsible-persons.js';
import { ObserversController } from './observers/observers.controller.js';

/** Pages that say who says this, how, and on what terms. */
@Module({
  imports: [ProjectionsModule],
  controllers: [
    InfoController,
    ObserversController,
    ObserversFormController,
    ProofCheckController,
    ResponsibleApiController,
    SiteController,
    SiteDeskController,
    MentionsController,
    ProjectionPagesController,
    SiteApiController,
  ],
  providers: [MeasureDesk, ResponsiblePersons, SiteTexts],
})
export class AboutModule {}
