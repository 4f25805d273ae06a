import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '@klimaspur/settings';
import type { FastifyReply } from 'fastify';
import { cookieOptions } from '../auth/session-cookie.js';
import type { Viewer } from '../auth/viewer.js';
import { AFTER_COOKIE, POSITION_HEADER } from '../persistence/read-after.js';
import { SETTINGS } from '../settings.module.js';
import type { Recorded } from './record-entry.command.js';

/** As long as a reader may need to see what they wrote. */
export const AFTER_SECONDS = 120;

/** Puts the head on the answer to a write. */
@Injectable()
export class WriteAnswer {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** `collection`: where a created thing lies now. */
  send(
    reply: FastifyReply,
    viewer: Viewer,
    recorded: Recorded,
    collection: string | null,
  ): Recorded {
    const { id, revision, position } = recorded;
    void reply.headers({ etag: `"${revision}"`, [POSITION_HEADER]: position });
    if (collection !== null) void reply.header('location', `/api/v1/${collection}/${id}`);
    if (viewer.via === 'cookie') this.remember(reply, position);
    return recorded;
  }

  /** Browsers send the position back with their next reads. Pages that write call this too. */
  remember(reply: FastifyReply, position: string): void {
    void reply.setCookie(AFTER_COOKIE, position, cookieOptions(this.settings, AFTER_SECONDS));
  }
}
