import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { docsPage, initScript } from './docs-page.js';
import { openApiDocument } from './open-api-document.js';

const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const types: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

/** `/api/openapi.json`, and a page at `/api/docs` that reads it; every byte comes from this server. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  let json: string | undefined;
  server.get('/api/openapi.json', async (_request, reply) => {
    json ??= JSON.stringify(openApiDocument(app));
    return reply.type('application/json; charset=utf-8').send(json);
  });
  server.get('/api/docs', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(docsPage),
  );
  server.get('/api/docs/init.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(initScript),
  );
  for (const [name, type] of Object.entries(types)) {
    server.get(`/api/docs/${name}`, async (_request, reply) =>
      reply
        .type(type)
        .header('cache-control', 'public, max-age=86400')
        .send(await readFile(join(assets, name))),
    );
  }
}
