import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { isPosition } from '@klimaspur/event-store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AFTER_COOKIE, AFTER_HEADER, BEHIND_HEADER } from './read-after.js';
import { Worlds } from './worlds.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The reader's own last write is not shown yet; pages say so in a sentence. */
    behind?: true;
  }
}

const PATIENCE_MS = 2_000;

/**
 * Whoever wrote something sees it in what they read next, or is told that they do not yet. It lets everybody in: a
 * guard, because it has nothing to do with the answer, and costs those who wrote nothing less than an interceptor.
 */
@Injectable()
export class ReadAfterGuard implements CanActivate {
  constructor(private readonly worlds: Worlds) {}

  canActivate(context: ExecutionContext): true | Promise<true> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const after = request.headers[AFTER_HEADER] ?? request.cookies[AFTER_COOKIE];
    if (after === undefined || request.method !== 'GET') return true;
    return this.wait(String(after), request, context.switchToHttp().getResponse<FastifyReply>());
  }

  private async wait(after: string, request: FastifyRequest, reply: FastifyReply): Promise<true> {
    const { store, readModels } = this.worlds.current();
    const [logId, position = ''] = after.split(':');
    // Of another log, such as the example's, a position means nothing.
    if (logId !== store.logId || !isPosition(position)) return true;
    if (await readModels.waitUntil(position, PATIENCE_MS)) return true;
    request.behind = true;
    void reply.header(BEHIND_HEADER, after);
    return true;
  }
}
