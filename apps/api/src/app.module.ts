import type { Settings } from '@klimaspur/settings';
import { type DynamicModule, Module } from '@nestjs/common';
import { HealthModule } from './health/health.module.js';
import { SettingsModule } from './settings.module.js';
import { WebModule } from './web/web.module.js';

/** The list of rooms. */
@Module({})
export class AppModule {
  static for(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [SettingsModule.for(settings), HealthModule, WebModule],
    };
  }
}
