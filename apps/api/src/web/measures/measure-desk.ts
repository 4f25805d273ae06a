import type { Readable } from 'node:stream';
import { messages, type Lang, type Translate } from '@klimaspur/messages';
import type { MeasureDetail, Municipality } from '@klimaspur/read-models';
import { HttpStatus, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../errors/language.js';
import { townIn } from '../../queries/get-municipality.query.js';
import { fileTypes, type FileFormat } from '../../exports/measure-file.js';
import { findMeasure, measureIn } from '../../reading/measure-in.js';
import { Reader, type Reading } from '../../reading/reader.js';
import { PageETag } from '../page-etag.js';
import { withMoment } from '../moment-address.js';
import { townPath, townsPath } from '../paths.js';
import type { Kin } from './measure-facts.js';

/** What a request for a page about measures asks. */
export interface Asked {
  readonly lang: Lang;
  readonly t: Translate;
  readonly reading: Reading;
  /** An address of the same moment. */
  readonly at: (path: string) => string;
}

export interface FoundMeasure {
  readonly measure: MeasureDetail;
  readonly town: Municipality;
}

/** The ending of an address: the same page for a program. */
export const formatOf = ({ url }: FastifyRequest): FileFormat => {
  const [path = ''] = url.split('?', 1);
  return (['csv', 'xlsx'] as const).find((ending) => path.endsWith(`.${ending}`)) ?? 'json';
};

const JSON_LINES = 'application/x-ndjson; charset=utf-8';

/** What all pages about measures have in common. */
@Injectable()
export class MeasureDesk {
  constructor(
    private readonly reader: Reader,
    private readonly etag: PageETag,
  ) {}

  asked(request: FastifyRequest): Asked {
    const lang = languageOf(request);
    const reading = this.reader.of(request, lang);
    const at = (path: string) => withMoment(path, lang, reading.moment);
    return { lang, t: messages(lang), reading, at };
  }

  townOf(reading: Reading, idOrSlug: string): Municipality {
    return townIn(reading, idOrSlug);
  }

  measureOf(reading: Reading, id: string): FoundMeasure {
    const measure = measureIn(reading, id);
    return { measure, town: this.townOf(reading, measure.municipality.id) };
  }

  /** Undefined where `measureOf` refuses. */
  findMeasure(reading: Reading, id: string): FoundMeasure | undefined {
    const measure = findMeasure(reading, id);
    return measure && { measure, town: this.townOf(reading, measure.municipality.id) };
  }

  /** What a measure goes on as, and what goes on in it; as far as the reader may see it. */
  kinOf({ models, view }: Reading, { id, heirs, municipality }: MeasureDetail): Kin {
    const ended = models.measures(
      { municipality: municipality.id, decision: ['MERGED', 'SPLIT', 'SUPERSEDED'], limit: 200 },
      view,
    );
    return {
      heirs: heirs.flatMap((heir) => models.measure(heir, view) ?? []),
      predecessors: ended.items.filter((other) => other.heirs.includes(id)),
    };
  }

  /** True where nothing is left to do: the reader has it already. */
  isAnswered(request: FastifyRequest, reply: FastifyReply, { reading }: Asked): boolean {
    return this.etag.unchanged(request, reply, reading);
  }

  /** A town has one name in addresses; all others lead to it. */
  goTo(reply: FastifyReply, { at }: Asked, path: string): FastifyReply {
    return reply.redirect(at(path), HttpStatus.MOVED_PERMANENTLY);
  }

  /** What somebody who is signed in gets may hold drafts: no cache keeps it. */
  sendFile(
    { viewer }: FastifyRequest,
    reply: FastifyReply,
    file: {
      readonly name: string;
      readonly format: FileFormat | 'jsonl';
      readonly content: string | Uint8Array | Readable;
    },
  ): FastifyReply {
    const { name, format, content } = file;
    const disposition = format === 'json' ? 'inline' : 'attachment';
    return reply
      .headers({
        'content-type': format === 'jsonl' ? JSON_LINES : fileTypes[format],
        'content-disposition': `${disposition}; filename="${name}.${format}"`,
        'cache-control': viewer ? 'private, no-store' : 'no-cache',
        vary: 'Cookie',
      })
      .send(content);
  }

  crumbsOf({ t, lang, at }: Asked, town: Municipality) {
    return [
      { label: t('nav.municipalities'), href: at(townsPath(lang)) },
      { label: town.name, href: at(townPath(lang, town.slug)) },
    ];
  }
}
