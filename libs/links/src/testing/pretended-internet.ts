import { EventEmitter, once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { Internet } from '../internet.js';
import { certificate } from './certificate.js';

/** What a name leads to: always the same, something else each time it is asked for, or nobody answers. */
type Named = readonly string[] | ((time: number) => readonly string[]) | 'silence';

/** The edge of the machine as a test wants it: invented names, and behind every address one real server. */
export class PretendedInternet implements Internet {
  /** Every address and port that was connected to, in order. */
  readonly connected: string[] = [];
  /** `HEAD stadt.example/plan.pdf` */
  readonly asked: string[] = [];
  readonly userAgents = new Set<string>();
  /** At most this many requests were open at once. */
  busiest = 0;
  private open = 0;
  private readonly times = new Map<string, number>();
  private readonly servers;
  /** Addresses at which nobody listens. */
  readonly deaf = new Set<string>();

  private constructor(
    private readonly names: Readonly<Record<string, Named>>,
    answer: RequestListener,
  ) {
    const receive: RequestListener = (request, response) => {
      this.asked.push(`${request.method} ${request.headers.host}${request.url}`);
      this.userAgents.add(request.headers['user-agent'] ?? '');
      this.open += 1;
      this.busiest = Math.max(this.busiest, this.open);
      response.once('close', () => (this.open -= 1));
      answer(request, response);
    };
    this.servers = {
      http: createServer(receive),
      https: createSecureServer(certificate, receive),
    };
  }

  static async start(
    names: Readonly<Record<string, Named>>,
    answer: RequestListener,
  ): Promise<PretendedInternet> {
    const internet = new PretendedInternet(names, answer);
    for (const server of Object.values(internet.servers)) {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
    }
    return internet;
  }

  async stop(): Promise<void> {
    for (const server of Object.values(this.servers)) {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    }
  }

  async resolve(name: string, signal: AbortSignal): Promise<readonly string[]> {
    const named = Object.hasOwn(this.names, name) ? this.names[name] : undefined;
    const time = this.times.get(name) ?? 0;
    this.times.set(name, time + 1);
    if (named === 'silence') {
      this.asked.push(`the name servers for ${name}`);
      await once(new EventEmitter(), 'never', { signal });
    }
    return typeof named === 'function' ? named(time) : Array.isArray(named) ? named : [];
  }

  async connect(address: string, port: number, signal: AbortSignal) {
    this.connected.push(address);
    if (this.deaf.has(address)) throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const server = port === 443 ? this.servers.https : this.servers.http;
    const socket = connect({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
    await once(socket, 'connect', { signal });
    return socket;
  }
}
