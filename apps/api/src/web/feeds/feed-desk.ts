import { atomOf, atomType } from '@klimaspur/exports';
import { messages, type Lang, type Translate } from '@klimaspur/messages';
import type { ChangeFilter, ChangePage } from '@klimaspur/read-models';
import { HttpStatus, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../errors/language.js';
import { Refusal } from '../../errors/refusal.js';
import { Reader, type Reading } from '../../reading/reader.js';
import { PageETag } from '../page-etag.js';
import { withMoment } from '../moment-address.js';
import { PageFrame } from '../page-frame.js';
import { inWordsOf } from '../words/taken-out-words.js';
import { feedEntries } from './feed-entries.js';
import { beforeName } from './feed-paths.js';

const ENTRIES_PER_PAGE = 50;

export interface FeedAsked {
  readonly lang: Lang;
  readonly t: Translate;
  readonly reading: Reading;
  /** An address of the same moment. */
  readonly at: (path: string) => string;
}

export interface Feed {
  readonly title: string;
  /** Its address, and that of the page that shows the same. */
  readonly path: string;
  readonly pagePath: string;
  readonly filter: Omit<ChangeFilter, 'before' | 'limit'>;
}

/** What all feeds have in common: everybody gets the same, for programs that read feeds do not sign in. */
@Injectable()
export class FeedDesk {
  constructor(
    private readonly reader: Reader,
    private readonly etag: PageETag,
    private readonly frame: PageFrame,
  ) {}

  asked(request: FastifyRequest): FeedAsked {
    const lang = languageOf(request);
    const reading = this.reader.for(undefined, request, lang);
    const at = (path: string) => withMoment(path, lang, reading.moment);
    return { lang, t: messages(lang), reading, at };
  }

  /** A town has one name in addresses; all others lead to it. */
  goTo(reply: FastifyReply, { at }: FeedAsked, path: string): FastifyReply {
    return reply.redirect(at(path), HttpStatus.MOVED_PERMANENTLY);
  }

  isAnswered(request: FastifyRequest, reply: FastifyReply, { reading }: FeedAsked): boolean {
    return this.etag.unchanged(request, reply, reading);
  }

  async send(request: FastifyRequest, reply: FastifyReply, asked: FeedAsked, feed: Feed) {
    const { reading, lang } = asked;
    const before = placeIn(request, lang);
    const filter = { ...feed.filter, limit: ENTRIES_PER_PAGE, ...(before ? { before } : {}) };
    const page = reading.models.changes(filter, reading.view);
    const base = this.frame.baseUrlOf(request);
    const text = await this.text(asked, feed, { base, before, page });
    return reply
      .headers({ 'content-type': `${atomType}; charset=utf-8`, 'cache-control': 'no-cache' })
      .send(inWordsOf(lang, text));
  }

  private async text(
    { reading, lang, t, at }: FeedAsked,
    { title, path, pagePath }: Feed,
    { base, before, page }: { base: string; before: string | undefined; page: ChangePage },
  ): Promise<string> {
    const link = (to: string) => base + at(to);
    const from = (place: string) => link(pageAt(path, lang, place));
    const entries = await feedEntries(reading, page.items, t, link);
    return atomOf({
      ...{ lang, title, entries },
      id: base + path,
      updated: entries[0]?.recordedAt ?? `${reading.view.asOf}T00:00:00Z`,
      author: t('product.name'),
      links: {
        self: before === undefined ? link(path) : from(before),
        alternate: link(pagePath),
        first: link(path),
        ...(page.next === null ? {} : { next: from(page.next) }),
      },
    });
  }
}

const pageAt = (path: string, lang: Lang, place: string): string => {
  const [address = path, query = ''] = path.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set(beforeName[lang], place);
  return `${address}?${parameters}`;
};

const place = /^\d{1,16}$/;

const placeIn = ({ query }: FastifyRequest, lang: Lang): string | undefined => {
  const path = beforeName[lang];
  const asked = (query as Readonly<Record<string, unknown>>)[path];
  if (asked === undefined || (typeof asked === 'string' && place.test(asked))) return asked;
  const issues = [{ path, code: 'field/not-a-cursor', params: {} }];
  throw new Refusal('query/invalid', { issues });
};
