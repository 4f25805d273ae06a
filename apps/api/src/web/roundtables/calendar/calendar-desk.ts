import { hash } from 'node:crypto';
import type { Lang } from '@klimaspur/messages';
import { HttpStatus, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../../errors/language.js';
import { Reader, type Reading } from '../../../reading/reader.js';
import { PageETag } from '../../page-etag.js';
import { inWordsOf } from '../../words/taken-out-words.js';
import { withQuery } from '../../paths.js';
import { CalendarKeys } from './calendar-keys.js';

/** `?for=everybody`: what a stranger gets, for somebody signed in who wants to hand it on. */
export const EVERYBODY = 'everybody';

export interface CalendarAsked {
  readonly lang: Lang;
  readonly reading: Reading;
}

/** What all calendars have in common: who asks is told by the session or by the key in the address. */
@Injectable()
export class CalendarDesk {
  constructor(
    private readonly reader: Reader,
    private readonly etag: PageETag,
    private readonly keys: CalendarKeys,
  ) {}

  async asked(request: FastifyRequest): Promise<CalendarAsked> {
    const lang = languageOf(request);
    const { key, for: whom } = request.query as { readonly key?: unknown; readonly for?: unknown };
    const known = request.viewer ?? (await this.keys.viewerBehind(key));
    const viewer = whom === EVERYBODY ? undefined : known;
    return { lang, reading: this.reader.for(viewer, request, lang) };
  }

  async goTo(request: FastifyRequest, reply: FastifyReply, path: string): Promise<void> {
    const { key } = request.query as { readonly key?: string };
    await reply.redirect(withQuery(path, { key }), HttpStatus.FOUND);
  }

  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    { reading, lang }: CalendarAsked,
    { name, write }: { readonly name: string; readonly write: () => Promise<string> },
  ): Promise<void> {
    // A stranger's answer is that of everybody, and is kept like a page; what a team gets is nobody else's.
    if (this.etag.unchanged(request, reply, reading)) return;
    const text = inWordsOf(lang, await write());
    const tag = `"${hash('sha256', text, 'base64url').slice(0, 22)}"`;
    if (reading.viewer) {
      void reply.header('etag', tag);
      if (PageETag.fits(request, tag)) return reply.status(HttpStatus.NOT_MODIFIED).send();
    }
    return reply
      .headers({
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': `attachment; filename="${name}.ics"`,
        'cache-control': reading.viewer ? 'private, no-cache' : 'no-cache',
        vary: 'Cookie',
      })
      .send(text);
  }
}
