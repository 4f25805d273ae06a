import { request, type IncomingMessage } from 'node:http';
import { isIP, type Socket } from 'node:net';
import { connect as secureSocket } from 'node:tls';
import type { Internet } from './internet.js';
import type { Target } from './target.js';

export interface Question {
  readonly target: Target;
  /** Where the target is, checked before. */
  readonly addresses: readonly string[];
  readonly method: 'HEAD' | 'GET';
  readonly userAgent: string;
  readonly certificates?: readonly string[];
  readonly signal: AbortSignal;
}

/** What the head of an answer says; its body is never read. */
export interface Answer {
  readonly status: number;
  readonly location?: string;
  readonly retryAfter?: string;
}

const LARGEST_HEAD = 16_384;

/** Asks one of the addresses, by the name of the target, and hangs up after the head of the answer. */
export async function ask(internet: Internet, question: Question): Promise<Answer> {
  const socket = await connectToAny(internet, question);
  try {
    return await headOf(question, socket);
  } finally {
    socket.destroy();
  }
}

/** The next address where one does not answer: many towns announce IPv6 that leads nowhere. */
async function connectToAny(
  internet: Internet,
  { target, addresses, signal }: Question,
): Promise<Socket> {
  const failures: unknown[] = [];
  for (const address of addresses) {
    try {
      return await internet.connect(address, target.port, signal);
    } catch (error) {
      if (signal.aborted) throw error;
      failures.push(error);
    }
  }
  throw failures[0];
}

function headOf(question: Question, socket: Socket): Promise<Answer> {
  const { target, method, userAgent, signal } = question;
  return new Promise((resolve, reject) => {
    const stream = target.secure ? secured(question, socket) : socket;
    // Beside the request, which is not told of what happens before it has its connection.
    stream.on('error', reject);
    const sent = request({
      createConnection: () => stream,
      method,
      path: target.url.pathname + target.url.search,
      headers: {
        host: target.url.host,
        'user-agent': userAgent,
        accept: '*/*',
        ...(method === 'GET' ? { range: 'bytes=0-1023' } : {}),
      },
      maxHeaderSize: LARGEST_HEAD,
      signal,
    });
    sent.on('response', (response) => {
      resolve(answerOf(response));
      response.destroy();
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** The certificate must be that of the name in the address, not of where it led. */
function secured({ target: { host }, certificates }: Question, socket: Socket): Socket {
  return secureSocket({
    socket,
    host,
    servername: isIP(host) === 0 ? host.replace(/\.$/, '') : '',
    ALPNProtocols: ['http/1.1'],
    ...(certificates ? { ca: [...certificates] } : {}),
  });
}

const answerOf = ({ statusCode = 0, headers }: IncomingMessage): Answer => ({
  status: statusCode,
  ...(headers.location === undefined ? {} : { location: headers.location }),
  ...(headers['retry-after'] === undefined ? {} : { retryAfter: headers['retry-after'] }),
});
