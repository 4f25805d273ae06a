import 'reflect-metadata';
import type { IncomingMessage } from 'node:http';
import type { Upcasting } from '@klimaspur/event-store';
import type { Settings } from '@klimaspur/settings';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import { prepareServer } from './http/prepare-server.js';
import { readableUrl } from './http/readable-url.js';
import { serveAssets } from './http/serve-assets.js';
import type { LinkEdge } from './links/links.module.js';
import { createLog } from './log/log.js';
import { NestLog } from './log/nest-log.js';
import { logResponses } from './log/response-log.js';
import { serveOpenApi } from './openapi/serve-open-api.js';

/** A proxy stands on this machine or in its own network; what anybody else says about whom they ask for does not count. */
const PROXIES = ['loopback', 'linklocal', 'uniquelocal'];

/** The whole application, not yet listening: tests use it as it is served. */
export async function createApp(
  settings: Settings,
  log: Logger = createLog(),
  linkEdge?: LinkEdge,
  upcasting?: Upcasting,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: settings.baseUrl === undefined ? false : PROXIES,
    rewriteUrl: ({ url }: IncomingMessage) => readableUrl(url ?? '/'),
  });
  logResponses(adapter.getInstance(), log);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.for(settings, linkEdge, upcasting),
    adapter,
    { logger: new NestLog(log), abortOnError: false },
  );
  await prepareServer(app, settings);
  await serveAssets(app);
  serveOpenApi(app);
  return app;
}
