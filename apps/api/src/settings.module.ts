import type { Settings } from '@klimaspur/settings';
import { type DynamicModule, Global, Module } from '@nestjs/common';

/** Injection token of the {@link Settings}: `@Inject(SETTINGS) settings: Settings`. */
export const SETTINGS = Symbol('settings');

@Global()
@Module({})
export class SettingsModule {
  static for(settings: Settings): DynamicModule {
    return {
      module: SettingsModule,
      providers: [{ provide: SETTINGS, useValue: settings }],
      exports: [SETTINGS],
    };
  }
}
