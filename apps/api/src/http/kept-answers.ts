import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageETag } from '../web/page-etag.js';
import { RecentlyAsked } from './recently-asked.js';
import { isStranger } from './stranger.js';
import { AFTER_HEADER } from '../persistence/read-after.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Of an answer that all strangers get alike: what it depends on, as it was before it was worked out. */
    answerTag?: string;
  }
}

const BYTES = 'latin1';
const MOST_BYTES = 32 * 1_048_576;
/** Smaller answers are not worth the work. */
export const COMPRESS_FROM_BYTES = 1024;
const NOT_OF_THE_ANSWER = new Set(['date', 'connection', 'keep-alive', 'content-length']);

const pack = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
};
type Form = keyof typeof pack;

interface KeptAnswer {
  readonly tag: string;
  readonly headers: Readonly<Record<string, string | number | string[] | undefined>>;
  /** UTF-8, one character for each byte: so it goes out in one piece with its head. */
  readonly body: string;
  readonly packed: Partial<Record<Form, Promise<Buffer>>>;
}

/**
 * What strangers were answered, kept in memory until the log, the day or anything else it depends on goes on: many
 * people who follow one link cost as much as the first of them. The longest not asked for go first.
 */
export class KeptAnswers {
  private readonly answers = new RecentlyAsked<KeptAnswer>(MOST_BYTES, sizeOf);

  /** `tagOf` names all that an answer to this request depends on. */
  constructor(private readonly tagOf: (request: FastifyRequest) => string) {}

  find(request: FastifyRequest): KeptAnswer | undefined {
    if (!isKeptFor(request)) return undefined;
    const key = keyOf(request);
    const answer = this.answers.get(key);
    if (!answer || answer.tag === this.tagOf(request)) return answer;
    this.answers.delete(key);
    return undefined;
  }

  keep(request: FastifyRequest, reply: FastifyReply, body: unknown): void {
    const { answerTag: tag, viewer, behind } = request;
    if (tag === undefined || viewer || behind || !isKeptFor(request)) return;
    if (typeof body !== 'string' || reply.statusCode !== 200) return;
    const headers = Object.entries(reply.getHeaders()).filter(([it]) => !NOT_OF_THE_ANSWER.has(it));
    if (headers.some(([name]) => name === 'set-cookie')) return;
    this.answers.set(keyOf(request), {
      tag,
      body: Buffer.from(body).toString(BYTES),
      headers: Object.fromEntries(headers),
      packed: {},
    });
  }
}

/** Sends it as it was, packed as the asker can read it; 304 where they have it already. */
export function sendAgain(request: FastifyRequest, reply: FastifyReply, answer: KeptAnswer): void {
  const { headers, body, packed } = answer;
  // Everything that makes an answer has been done before: this one goes out past it.
  reply.hijack();
  if (PageETag.fits(request, String(headers['etag']))) {
    const { 'content-type': _, ...ofNothing } = headers;
    reply.raw.writeHead(304, ofNothing).end();
    return;
  }
  const form = body.length < COMPRESS_FROM_BYTES ? undefined : formFor(request);
  if (form === undefined) {
    reply.raw.writeHead(200, { ...headers, 'content-length': body.length }).end(body, BYTES);
    return;
  }
  void (packed[form] ??= pack[form](Buffer.from(body, BYTES))).then((bytes) =>
    reply.raw
      .writeHead(200, {
        ...headers,
        'content-encoding': form,
        'content-length': bytes.length,
        vary: [headers['vary'], 'accept-encoding'].flat().filter(Boolean).join(', '),
      })
      .end(bytes),
  );
}

const formFor = ({ headers }: FastifyRequest): Form | undefined => {
  const accepted = String(headers['accept-encoding'] ?? '').split(/, */);
  return (['br', 'gzip'] as const).find((form) => accepted.includes(form));
};

/** Of strangers nothing is known but the address they ask for. */
const isKeptFor = (request: FastifyRequest): boolean =>
  request.method === 'GET' &&
  isStranger(request) &&
  // Preferences in numbers are left to whoever packs everything else.
  !request.headers['accept-encoding']?.includes(';') &&
  request.headers[AFTER_HEADER] === undefined;

const keyOf = ({ protocol, host, url, headers }: FastifyRequest): string =>
  [protocol, host, url, headers['accept-language'] ?? '', headers.accept ?? ''].join('\n');

/** Two packed forms may come beside the text. */
const sizeOf = (key: string, { body }: KeptAnswer): number => 2 * (key.length + body.length);
