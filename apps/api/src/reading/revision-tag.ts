import { HttpStatus } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageETag } from '../web/page-etag.js';

interface Revised {
  /** Null: there is nothing that `If-Match` could name. */
  readonly revision: number | null;
}

/** Tags an answer by the revision of its stream; undefined where the asker has that already. */
export const tagged = <T extends Revised>(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: T,
): T | undefined => {
  // The tag speaks about the stream alone; browsers would take it for all that the answer shows.
  void reply.header('cache-control', 'private, no-store');
  if (answer.revision === null) return answer;
  const etag = `"${answer.revision}"`;
  void reply.header('etag', etag);
  if (!PageETag.fits(request, etag)) return answer;
  void reply.status(HttpStatus.NOT_MODIFIED);
  return undefined;
};
