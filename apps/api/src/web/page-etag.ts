import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { berlinDay } from '@klimaspur/domain';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Reading } from '../reading/reader.js';
import { webFolder } from './page-frame.js';

/**
 * Knows whether a page can have changed: by the place in the log, the day in Berlin (lateness begins at
 * midnight), the build and the address with its language. Who is signed in gets every page anew.
 */
@Injectable()
export class PageETag {
  private readonly build = createHash('sha256')
    .update(readFileSync(`${webFolder()}/manifest.json`))
    .digest('hex')
    .slice(0, 8);

  /** True where the reader has this page already: the answer is sent. */
  unchanged(
    request: FastifyRequest,
    reply: FastifyReply,
    { models, world, now, viewer }: Reading,
  ): boolean {
    if (viewer) return false;
    const tag = createHash('sha256')
      .update([world.store.logId, models.level, berlinDay(now), this.build, request.url].join('|'))
      .digest('base64url')
      .slice(0, 22);
    void reply.header('etag', `W/"${tag}"`);
    if (request.headers['if-none-match'] !== `W/"${tag}"`) return false;
    void reply.status(304).headers({ vary: 'Cookie', 'cache-control': 'no-cache' }).send();
    return true;
  }
}
