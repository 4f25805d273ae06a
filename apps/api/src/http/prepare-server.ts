import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Settings } from '@klimaspur/settings';
import { RouteTable } from '../errors/route-table.js';

/** Of a request body; imports bring whole files. */
export const BODY_LIMIT = 1_048_576;
export const IMPORT_LIMIT = 20 * 1_048_576;

/** What every request meets before any route of ours: limits, cookies, and the head that protects the pages. */
export async function prepareServer(app: NestFastifyApplication, settings: Settings) {
  const server = app.getHttpAdapter().getInstance();
  const routes = app.get(RouteTable);
  server.addHook('onRoute', (route) => {
    routes.add(route);
    if (route.url.startsWith('/api/v1/imports')) route.bodyLimit = IMPORT_LIMIT;
  });
  // Imported files come as they are.
  server.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer' },
    (_request: unknown, body: Buffer, done: (error: null, body: Buffer) => void) =>
      done(null, body),
  );
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Pictures inside a style sheet, such as those of the API's page.
        imgSrc: ["'self'", 'data:'],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        objectSrc: ["'none'"],
      },
    },
    // With „no-referrer“ browsers would hide the origin of our own forms from us.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: settings.baseUrl?.startsWith('https:') ?? false,
    crossOriginEmbedderPolicy: false,
  });
}
