import { type RunningServer, token } from './running-server.js';

export interface AskedOfServer {
  readonly path: string;
  /** Sent by POST: JSON, or bytes with a type in the headers. */
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks a built server as its operator. */
export async function ask(
  { url }: Pick<RunningServer, 'url'>,
  { path, body, headers = {} }: AskedOfServer,
) {
  const isBytes = body instanceof Uint8Array;
  const response = await fetch(url + path, {
    method: body ? 'POST' : 'GET',
    redirect: 'manual',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && !isBytes ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(body ? { body: isBytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  const isJson = /json\b/.test(response.headers.get('content-type') ?? '');
  const json = (isJson ? JSON.parse(text) : {}) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, text, json };
}
