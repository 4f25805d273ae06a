import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpStatus,
  Inject,
  Injectable,
  Logger,
} from '@nestjs/common';
import { formatDay, type Lang } from '@klimaspur/messages';
import type { Settings } from '@klimaspur/settings';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BODY_LIMIT } from '../http/prepare-server.js';
import { signInFor } from '../auth/return-address.js';
import { isSameOrigin } from '../auth/same-origin.js';
import { momentNames } from '../reading/moment.js';
import { SETTINGS } from '../settings.module.js';
import { keptForm, keptFormPage } from './kept-form.js';
import { languageOf } from './language.js';
import { problemContent, problemPage } from './problem-page.js';
import { type Problem, problemOf, PROBLEM_TYPE } from './problem.js';
import { type ReadRefusal, readRefusal } from './read-refusal.js';
import { PageFrame } from '../web/page-frame.js';
import { RouteTable } from './route-table.js';

const MEGABYTE = 1_048_576;

/** Every refusal and every failure leaves through here, as RFC 9457 problem details. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('errors');

  constructor(
    private readonly routes: RouteTable,
    private readonly frame: PageFrame,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    if (reply.sent || reply.raw.headersSent) return;
    const refusal = this.explained(readRefusal(error), request);
    if (refusal.unexpected || isStorage(refusal.code)) this.report(error, refusal.code);
    const lang = languageOf(request);
    if (refusal.code === 'auth/sign-in-needed' && request.method === 'GET' && wantsPage(request)) {
      return void reply
        .header('cache-control', 'no-store')
        .redirect(signInFor(lang, request.url), HttpStatus.SEE_OTHER);
    }
    const problem = problemOf(refusal, lang, pathOf(request));
    void reply
      .status(problem.status)
      .headers({ 'cache-control': 'no-store', 'content-language': lang, ...refusal.headers });
    if (wantsPage(request)) {
      void reply.type('text/html; charset=utf-8').send(this.page(request, problem, lang));
    } else {
      void reply.type(PROBLEM_TYPE).send(JSON.stringify(problem));
    }
  }

  /** In the frame of all pages; without it where it may be the frame that failed. */
  private page(request: FastifyRequest, problem: Problem, lang: Lang): string {
    if (problem.status >= 500) return problemPage(problem, lang);
    const kept = this.isOurs(request) ? keptForm(request, problem.status) : undefined;
    const content = kept ? keptFormPage(problem, kept, lang) : problemContent(problem, lang);
    return this.frame.html(request, content);
  }

  private isOurs(request: FastifyRequest): boolean {
    return isSameOrigin(request, this.settings.baseUrl);
  }

  /** Adds what only the request can tell: other methods of the address, and how to sign in. */
  private explained(refusal: ReadRefusal, request: FastifyRequest): ReadRefusal {
    if (refusal.code === 'route/unknown') {
      const methods = this.routes.methodsOf(pathOf(request));
      if (methods.length === 0 || methods.includes(request.method)) return refusal;
      const allow = methods.join(', ');
      return {
        code: 'route/wrong-method',
        params: { method: request.method, allow },
        headers: { allow },
      };
    }
    if (refusal.code === 'auth/sign-in-needed' || refusal.code === 'auth/token-unknown') {
      const reason = refusal.code === 'auth/token-unknown' ? ', error="invalid_token"' : '';
      return { ...refusal, headers: { 'www-authenticate': `Bearer realm="klimaspur"${reason}` } };
    }
    if (refusal.code === 'request/too-large') {
      return { ...refusal, params: { limit: inWords(request.routeOptions.bodyLimit) } };
    }
    if (refusal.code.endsWith('/not-known-yet')) {
      const day = formatDay(String(refusal.params?.['day']), languageOf(request));
      return { ...refusal, params: { day }, members: { today: withoutMoment(request.url) } };
    }
    if (refusal.code === 'query/future-day') {
      return { ...refusal, members: { today: withoutMoment(request.url) } };
    }
    return refusal;
  }

  private report(error: unknown, code: string): void {
    if (isStorage(code)) return this.logger.error(`${code}: ${firstCause(error)}`);
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    this.logger.error(message, stack);
  }
}

/** Nothing that a stack would tell: what is said to whoever asks leaves out the reason. */
const isStorage = (code: string): boolean =>
  code.startsWith('storage/') || code === 'vault/unavailable';

const firstCause = (error: unknown): string => {
  const { cause, message } = (error ?? {}) as { cause?: unknown; message?: string };
  return cause === undefined ? String(message) : firstCause(cause);
};

/** Of bytes; all limits are round. */
const inWords = (limit = BODY_LIMIT): string =>
  limit < MEGABYTE ? `${Math.floor(limit / 1_024)} KB` : `${Math.floor(limit / MEGABYTE)} MB`;

const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? url;

/** The same address as of today. */
const withoutMoment = (url: string): string => {
  const [path = '', query = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  for (const { asOf, knownAt } of Object.values(momentNames)) {
    parameters.delete(asOf);
    parameters.delete(knownAt);
  }
  return parameters.size > 0 ? `${path}?${parameters}` : path;
};

const wantsPage = ({ url, headers }: FastifyRequest): boolean =>
  !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');
