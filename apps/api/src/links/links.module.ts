import { join } from 'node:path';
import { LinkChecker, type LinkCheckerOptions, LinkStore, theInternet } from '@klimaspur/links';
import type { Settings } from '@klimaspur/settings';
import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Worlds } from '../persistence/worlds.js';
import { SETTINGS } from '../settings.module.js';
import { appVersion } from '../upkeep/app-version.js';
import { LinkHealth } from './link-health.js';
import { LinkWatch } from './link-watch.js';

/** What lies outside this machine; tests bring their own. */
export type LinkEdge = Pick<LinkCheckerOptions, 'internet' | 'pauseMs'>;

/** Whether links still lead somewhere. */
@Module({})
export class LinksModule implements OnApplicationShutdown {
  constructor(private readonly links: LinkStore) {}

  static for(edge: LinkEdge = { internet: theInternet }): DynamicModule {
    return {
      module: LinksModule,
      global: true,
      providers: [
        {
          provide: LinkStore,
          inject: [Worlds],
          useFactory: ({ own }: Worlds) => new LinkStore(join(own.folder, 'links.db')),
        },
        {
          provide: LinkChecker,
          inject: [SETTINGS],
          useFactory: (settings: Settings) =>
            new LinkChecker({ ...edge, userAgent: userAgentOf(settings) }),
        },
        LinkHealth,
        LinkWatch,
      ],
      exports: [LinkHealth, LinkWatch],
    };
  }

  onApplicationShutdown(): void {
    this.links.close();
  }
}

/** Whoever is asked can see by whom, and ask back. */
const userAgentOf = ({ baseUrl }: Settings): string =>
  `Klimaspur/${appVersion()} (${baseUrl === undefined ? '' : `+${baseUrl}; `}checks links)`;
