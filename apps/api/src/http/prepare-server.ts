import { isUtf8 } from 'node:buffer';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Settings } from '@klimaspur/settings';
import { Refusal } from '../errors/refusal.js';
import { RouteTable } from '../errors/route-table.js';
import { Worlds } from '../persistence/worlds.js';
import { PageETag } from '../web/page-etag.js';
import { finishFiles } from './finish-files.js';
import { KeptAnswers, sendAgain } from './kept-answers.js';
import { MovedTowns } from './moved-towns.js';
import { readMultipart, takesFiles } from './multipart-forms.js';
import { headersForOtherSites, tellMethods } from './for-other-sites.js';
import { protectiveHeaders } from './protective-headers.js';

/** Of a request body; imports bring whole files. */
export const BODY_LIMIT = 1_048_576;
export const IMPORT_LIMIT = 20 * 1_048_576;
/** Whoever has no account sends a few sentences. */
const STRANGERS_LIMIT = 65_536;
const fromStrangers =
  /\/massnahmen\/:id\/hinweis$|\/measures\/:id\/notice$|\/barriere-melden$|\/report-barrier$/;

/** Routes to which whole files are sent: alone, or in a form with answers beside them. */
const takesFile = /^\/api\/v1\/imports/;
const takesForms = /\/(bearbeiten\/import|edit\/import|importieren|en\/import)$/;

/** What every request meets before any route of ours: limits, cookies, and the head that protects the pages. */
export async function prepareServer(app: NestFastifyApplication, settings: Settings) {
  const server = app.getHttpAdapter().getInstance();
  const routes = app.get(RouteTable);
  const readForm = readMultipart(settings);
  server.addHook('onRoute', (route) => {
    routes.add(route);
    if (takesFiles.test(route.url)) route.preValidation = readForm;
    if (takesFile.test(route.url)) route.bodyLimit = IMPORT_LIMIT;
    if (takesForms.test(route.url)) route.bodyLimit = IMPORT_LIMIT + BODY_LIMIT;
    if (fromStrangers.test(route.url)) route.bodyLimit = STRANGERS_LIMIT;
  });
  // Imported files come as they are.
  server.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer' },
    (_request: unknown, body: Buffer, done: (error: null, body: Buffer) => void) =>
      done(null, body),
  );
  // A town is written down while it comes.
  server.addContentTypeParser(
    'application/x-tar',
    (_request: unknown, body: NodeJS.ReadableStream, done: (error: null, body: unknown) => void) =>
      done(null, body),
  );
  refuseDamagedJson(app);
  finishFiles(app);
  keepAnswers(app);
  await app.register(cookie);
  await app.register(multipart);
  const headers = protectiveHeaders(settings);
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ ...headers, ...headersForOtherSites(request) });
    if (request.method !== 'OPTIONS' || !tellMethods(request, reply, routes)) done();
  });
  refuseUntold(app);
  answerMoved(app);
}

/** How the server does can be asked while nothing else can. */
const aboutServer = /^\/(?:health|metrics|api\/v1\/(?:projections|parked-streams))\b/;

/** A new node would show empty pages of a log that is not. */
function refuseUntold(app: NestFastifyApplication): void {
  const worlds = app.get(Worlds);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', ({ url }, _reply, done) => {
      if (worlds.current().firstTelling.isDone || aboutServer.test(url)) done();
      else done(new Refusal('views/first', { headers: { 'retry-after': '5' } }));
    });
}

/** Bytes that are no text would be kept for ever as „�“. */
function refuseDamagedJson(app: NestFastifyApplication): void {
  const read = app.getHttpAdapter().getInstance().getDefaultJsonParser('error', 'error');
  app.useBodyParser('application/json', {}, (request, body: Buffer, done) =>
    isUtf8(body)
      ? read(request as FastifyRequest, body.toString(), done)
      : done(new Refusal('request/not-utf8'), undefined),
  );
}

/** Before anything is looked up: a town that is kept elsewhere now is not here for anybody. */
function answerMoved(app: NestFastifyApplication): void {
  const worlds = app.get(Worlds);
  const moved = new MovedTowns(() => worlds.current().readModels);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      if (!moved.answer(request, reply)) done();
    });
}

/** The first of all, because who gets an answer again needs nothing else; before answers are packed. */
function keepAnswers(app: NestFastifyApplication): void {
  const [worlds, etag] = [app.get(Worlds), app.get(PageETag)];
  const kept = new KeptAnswers((request) =>
    etag.of(request, { world: worlds.current(), now: new Date().toISOString() }),
  );
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request, reply, done) => {
    const answer = kept.find(request);
    if (!answer) return done();
    sendAgain(request, reply, answer);
  });
  server.addHook('onSend', (request, reply, body, done) => {
    kept.keep(request, reply, body);
    done(null, body);
  });
}
