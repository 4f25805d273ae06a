import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { isPosition } from '@klimaspur/event-store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { AFTER_COOKIE, AFTER_HEADER, BEHIND_HEADER } from './read-after.js';
import { Worlds } from './worlds.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The reader's own last write is not shown yet; pages say so in a sentence. */
    behind?: true;
  }
}

const PATIENCE_MS = 2_000;

/** Whoever wrote something sees it in what they read next, or is told that they do not yet. */
@Injectable()
export class ReadAfterInterceptor implements NestInterceptor {
  constructor(private readonly worlds: Worlds) {}

  intercept(
    context: ExecutionContext,
    next: CallHandler,
  ): Observable<unknown> | Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const after = request.headers[AFTER_HEADER] ?? request.cookies[AFTER_COOKIE];
    if (after === undefined || request.method !== 'GET') return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return this.wait(String(after), request, reply).then(() => next.handle());
  }

  private async wait(after: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { store, readModels } = this.worlds.current();
    const [logId, position = ''] = after.split(':');
    // Of another log, such as the example's, a position means nothing.
    if (logId !== store.logId || !isPosition(position)) return;
    if (await readModels.waitUntil(position, PATIENCE_MS)) return;
    request.behind = true;
    void reply.header(BEHIND_HEADER, after);
  }
}
