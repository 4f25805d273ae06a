import { once } from 'node:events';
import {
  constants,
  createSecureServer,
  createServer,
  type Http2Server,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { Ended, Refusal, status } from './refusal.js';

/** A method as the client's own service definition tells it. */
export interface Method<Request, Response> {
  readonly path: string;
  requestDeserialize(bytes: Buffer): Request;
  responseSerialize(message: Response): Buffer;
}

export interface Call {
  readonly headers: IncomingHttpHeaders;
  /** Aborted when the client is gone, gives up or its deadline has passed. */
  readonly signal: AbortSignal;
}

/** Every kind of call is the same here: messages in, messages out. */
export type Handler<Request, Response> = (
  requests: AsyncIterable<Request>,
  call: Call,
) => AsyncIterable<Response>;

export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
}

type Answer = (stream: ServerHttp2Stream, call: Call) => AsyncIterable<Buffer>;

/** Streams that a client may have open on one connection; a further one waits without an error (seen on a 24.2 server). */
const STREAMS_PER_CONNECTION = 100;
const FRAME_HEADER = 5;

/**
 * gRPC over HTTP/2 in the few lines a test needs (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md).
 * Written by hand, because a library's server would not break off a call without a word, as the real one does.
 */
export class GrpcServer {
  readonly #answers = new Map<string, Answer>();
  readonly #server: Http2Server;

  constructor(tls?: Certificate) {
    const settings = { maxConcurrentStreams: STREAMS_PER_CONNECTION };
    this.#server = tls ? createSecureServer({ ...tls, settings }) : createServer({ settings });
    this.#server.on('stream', (stream, headers) => void this.#answer(stream, headers));
    this.#server.on('sessionError', () => {});
  }

  serve<Request, Response>(
    method: Method<Request, Response>,
    handler: Handler<Request, Response>,
  ): void {
    this.#answers.set(method.path, async function* (stream, call) {
      const requests = messages(stream, (bytes) => method.requestDeserialize(bytes));
      for await (const message of handler(requests, call)) yield method.responseSerialize(message);
    });
  }

  async listen(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): Promise<void> {
    const gone = new AbortController();
    stream.on('close', () => gone.abort());
    stream.on('error', () => {});
    const answer = this.#answers.get(headers[':path'] ?? '');
    stream.respond(
      { ':status': 200, 'content-type': 'application/grpc+proto' },
      { waitForTrailers: true },
    );
    try {
      if (!answer) throw new Refusal(status.UNIMPLEMENTED, `No ${headers[':path']}`);
      for await (const message of answer(stream, { headers, signal: gone.signal })) {
        if (!stream.write(framed(message))) await once(stream, 'drain', { signal: gone.signal });
      }
      finish(stream, new Refusal(status.OK, ''));
    } catch (error) {
      finish(stream, error);
    }
  }
}

function finish(stream: ServerHttp2Stream, outcome: unknown): void {
  if (stream.destroyed) return;
  if (outcome instanceof Ended) return stream.close(constants.NGHTTP2_NO_ERROR);
  const { code, message, metadata } =
    outcome instanceof Refusal
      ? outcome
      : new Refusal(status.UNKNOWN, 'Exception was thrown by handler.');
  stream.once('wantTrailers', () =>
    stream.sendTrailers({
      ...metadata,
      'grpc-status': code,
      'grpc-message': encodeURIComponent(message),
    }),
  );
  stream.resume();
  stream.end();
}

function framed(message: Buffer): Buffer {
  const header = Buffer.alloc(FRAME_HEADER);
  header.writeUInt32BE(message.length, 1);
  return Buffer.concat([header, message]);
}

async function* messages<T>(
  stream: ServerHttp2Stream,
  parsed: (bytes: Buffer) => T,
): AsyncGenerator<T> {
  let rest = Buffer.alloc(0);
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= FRAME_HEADER) {
      const end = FRAME_HEADER + rest.readUInt32BE(1);
      if (rest.length < end) break;
      yield parsed(rest.subarray(FRAME_HEADER, end));
      rest = rest.subarray(end);
    }
  }
}
