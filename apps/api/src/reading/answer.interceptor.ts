import {
  type CallHandler,
  type ExecutionContext,
  HttpStatus,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, of, tap } from 'rxjs';
import { Worlds } from '../persistence/worlds.js';
import { PageETag } from '../web/page-etag.js';

const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Answers of the API may be kept and asked for again by their ETag; what a signed-in person sees is theirs alone. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(
    private readonly worlds: Worlds,
    private readonly etag: PageETag,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler) {
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    void reply.header('vary', 'Cookie, Authorization');
    if (request.viewer) {
      void reply.header('cache-control', 'private, no-store');
      return next.handle().pipe(
        map((body) => this.marked(request, body)),
        tap((body) => linkNext(request, reply, body)),
      );
    }
    const now = new Date().toISOString();
    const tag = this.etag.of(request, { world: this.worlds.current(), now });
    request.answerTag = tag;
    if (PageETag.fits(request, tag)) {
      void reply.status(HttpStatus.NOT_MODIFIED).headers(mayBeKept(tag));
      return of(undefined);
    }
    // A refusal has no tag: it would be taken for the answer that comes once the thing is there.
    return next.handle().pipe(
      map((body) => this.marked(request, body)),
      tap((body) => {
        linkNext(request, reply, body);
        if (!reply.hasHeader('etag')) void reply.headers(mayBeKept(tag));
      }),
    );
  }

  /** Pages say it of what their address names; so do answers. */
  private marked(request: FastifyRequest, body: unknown): unknown {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
    const { id } = body as { readonly id?: unknown };
    const [path = ''] = request.url.split('?', 1);
    const ids = [...(path.match(IDS) ?? []), ...(typeof id === 'string' ? [id] : [])];
    if (ids.length === 0 || !this.worlds.current().readModels.hasNewer(ids)) return body;
    return { ...body, incomplete: true };
  }
}

/** The address of the next page of a list (RFC 8288), for programs that follow links. */
const linkNext = (request: FastifyRequest, reply: FastifyReply, body: unknown): void => {
  const { next } = (body ?? {}) as { readonly next?: unknown };
  if (typeof next !== 'string') return;
  const [path = '', query = ''] = request.url.split('?', 2);
  const asked = new URLSearchParams(query);
  asked.set('cursor', next);
  void reply.header('link', `<${path}?${asked}>; rel="next"`);
};

const mayBeKept = (etag: string) => ({ etag, 'cache-control': 'no-cache' });
