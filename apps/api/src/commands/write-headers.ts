import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../errors/refusal.js';

/** What the head of a request says about the write it asks for. */
export interface WriteOptions {
  /** The client's idempotency key. */
  readonly key?: string;
  /** The revision that the client saw. */
  readonly expectedRevision?: number;
}

export const WriteHeaders = createParamDecorator(
  (_: unknown, context: ExecutionContext): WriteOptions =>
    readWriteHeaders(context.switchToHttp().getRequest<FastifyRequest>().headers),
);

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** `Idempotency-Key` and `If-Match: "<revision>"`; refused where they cannot mean anything. */
export function readWriteHeaders(headers: Headers): WriteOptions {
  const [key, match] = [headers['idempotency-key'], headers['if-match']];
  if (key !== undefined && !/^[!-~]{1,200}$/.test(String(key))) {
    throw new Refusal('request/wrong-idempotency-key');
  }
  const revision = match === undefined ? undefined : /^"(\d{1,15})"$/.exec(String(match))?.[1];
  if (match !== undefined && revision === undefined) throw new Refusal('request/wrong-if-match');
  return {
    ...(key === undefined ? {} : { key: String(key) }),
    ...(revision === undefined ? {} : { expectedRevision: Number(revision) }),
  };
}
