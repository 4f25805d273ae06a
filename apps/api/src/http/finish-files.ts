import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Checkpoints } from '../proofs/checkpoints.js';
import { inWordsOf } from '../web/words/taken-out-words.js';

/** What is written by us, and not a document that somebody brought. */
const ours = /^(text\/(csv|calendar|markdown)|application\/(json|pdf|atom|x-ndjson|vnd\.openxml))/;
const texts = /^(text\/csv|application\/(json|x-ndjson))/;

/**
 * A file is what one keeps: each says in its head what of the log was signed last, and an English one says in English where a
 * text was taken out. Before answers are kept.
 */
export function finishFiles(app: NestFastifyApplication): void {
  const checkpoints = app.get(Checkpoints);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, reply, body, done) => {
      const type = String(reply.getHeader('content-type') ?? '');
      if (reply.statusCode !== 200 || !ours.test(type)) return done(null, body);
      if (reply.hasHeader('content-disposition')) checkpoints.mark(reply);
      done(null, isEnglish(request) && texts.test(type) ? inEnglish(body, reply) : body);
    });
}

const isEnglish = ({ url }: FastifyRequest): boolean => /^\/en[/.]/.test(url);

const inEnglish = (body: unknown, reply: FastifyReply): unknown => {
  if (body instanceof Readable) return Readable.from(partsInEnglish(body));
  if (typeof body !== 'string') return body;
  const told = inWordsOf('en', body);
  if (told !== body) void reply.removeHeader('content-length');
  return told;
};

/** Each part holds whole lines. */
async function* partsInEnglish(parts: Readable): AsyncGenerator<unknown> {
  for await (const part of parts) yield typeof part === 'string' ? inWordsOf('en', part) : part;
}
