import type { Upcasting } from '@klimaspur/event-store';
import type { Settings } from '@klimaspur/settings';
import { type DynamicModule, Module } from '@nestjs/common';
import { AuthModule } from './auth/auth.module.js';
import { CommandsModule } from './commands/commands.module.js';
import { ErrorsModule } from './errors/errors.module.js';
import { ExampleModule } from './example/example.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { FilesModule } from './files/files.module.js';
import { HealthModule } from './health/health.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { type LinkEdge, LinksModule } from './links/links.module.js';
import { PersistenceModule } from './persistence/persistence.module.js';
import { ProjectionsModule } from './projections/projections.module.js';
import { ProofsModule } from './proofs/proofs.module.js';
import { ReadingModule } from './reading/reading.module.js';
import { PersonsModule } from './persons/persons.module.js';
import { RedactionsModule } from './redactions/redactions.module.js';
import { SettingsModule } from './settings.module.js';
import { TransfersModule } from './transfers/transfers.module.js';
import { UpkeepModule } from './upkeep/upkeep.module.js';
import { AboutModule } from './web/about.module.js';
import { FrameModule } from './web/frame.module.js';
import { LogFormModule } from './web/log-form/log-form.module.js';
import { NoticesModule } from './web/notices/notices.module.js';
import { PeopleModule } from './web/people/people.module.js';
import { ShareModule } from './web/share/share.module.js';
import { WebModule } from './web/web.module.js';
import { WorkModule } from './web/work/work.module.js';

/** The list of rooms. */
@Module({})
export class AppModule {
  static for(settings: Settings, linkEdge?: LinkEdge, upcasting?: Upcasting): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.for(settings),
        HealthModule,
        ErrorsModule,
        PersistenceModule.for(upcasting),
        RedactionsModule,
        PersonsModule,
        ExampleModule,
        LinksModule.for(linkEdge),
        ProofsModule,
        ProjectionsModule,
        AuthModule,
        CommandsModule,
        FrameModule,
        ReadingModule,
        ExportsModule,
        FilesModule,
        ImportsModule,
        TransfersModule,
        UpkeepModule,
        LogFormModule,
        AboutModule,
        NoticesModule,
        PeopleModule,
        WorkModule,
        ShareModule,
        WebModule,
      ],
    };
  }
}
