import { EventStoreDBClient } from '@eventstore/db-client';
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { LogClosed } from '../errors.js';
import { type Address, atNode, type Node, nodesOf, withOptions } from './address.js';
import type { Acknowledged, Append } from './append-message.js';
import { Appends } from './appends.js';
import { drained, type Each } from './drained.js';
import { isAnswer, isLost, isNotReady, leaderIn, NoAnswer } from './failures.js';
import { type Met, metIn } from './read-message.js';
import { Semaphore } from './semaphore.js';
import { SilentNodes } from './silent-nodes.js';

/** The server takes about a hundred streams per connection; from then on all calls of the client hang without a word. */
const CALLS_AT_ONCE = 48;

/** An append that takes longer has lost its server; the server itself gives it up after two seconds. */
const APPEND_MS = 3_000;

/** A node that hangs may be asked for the leader first. */
const GOSSIP_SECONDS = 2;

/** A node that hangs is noticed by the transport, too. Other values make another transport (grpc-js shares them by settings). */
export interface KeepAlive {
  readonly keepAliveInterval: number;
  readonly keepAliveTimeout: number;
}

/** Who asks, and whom. */
interface Asking {
  readonly credentials: Address['credentials'] | undefined;
  readonly requiresLeader: boolean;
}

type Words = Parameters<grpc.StreamsClient['batchAppend']>;

/** What the client keeps from others, and we must reach: all that we let it do is to find a node, and to say who asks. */
interface Client {
  getGRPCClient: (kind: typeof grpc.StreamsClient, name: string) => Promise<grpc.StreamsClient>;
  callArguments: (asking: Asking, options: { deadline: number }) => Words;
}

/** One client, with the number of calls that use it. */
interface Line {
  readonly client: Client;
  readonly credentials: Address['credentials'] | undefined;
  readonly appends: Appends;
  /** Looked for by the first call. */
  server?: Promise<grpc.StreamsClient>;
  /** The node that was found, as the transport calls it. */
  node?: string;
  calls: number;
  retired: boolean;
}

/** Looks for a node, and gives what then makes the call. It has no limit of time but ours. */
async function callAt<C>(
  line: Line,
  requiresLeader: boolean,
  call: (server: grpc.StreamsClient, words: Words) => C,
): Promise<() => C> {
  const { client, credentials } = line;
  const asking = { credentials, requiresLeader };
  line.server ??= client.getGRPCClient(grpc.StreamsClient, 'streams');
  const server = await line.server;
  line.node = server.getChannel().getTarget();
  return () => call(server, client.callArguments(asking, { deadline: Infinity }));
}

const readAt = (line: Line, request: streams.ReadReq, requiresLeader: boolean) =>
  callAt(line, requiresLeader, (server, words) => server.read(request, ...words));

/**
 * A client that is replaced when the way to the server is lost: the client itself would remember a failed discovery, and stay with a
 * node that hangs.
 */
export class Connection {
  private readonly gate = new Semaphore(CALLS_AT_ONCE);
  private readonly url: string;
  private line: Line;
  private readonly closing = new AbortController();
  /** Nodes to be asked one by one: where too many hang or are gone none is found, but each that lives can be read. */
  private untried: Node[] = [];
  private readonly silent = new SilentNodes();
  private failures = 0;

  constructor(
    private readonly address: Address,
    keepAlive: KeepAlive,
  ) {
    this.url = withOptions(address.url, { ...keepAlive, gossipTimeout: GOSSIP_SECONDS });
    this.line = lineTo(this.url, address.credentials);
  }

  /** Grows with every call that was not answered: the next answer may come from another leader. */
  get troubles(): number {
    return this.failures;
  }

  /** Throws AppendFailed, NoAnswer, or what the way to the server ended with. */
  append(append: Append): Promise<Acknowledged> {
    return this.through(({ appends }) => appends.send(append));
  }

  /**
   * Calls back with what a read gives, until it says that it is enough; throws NoAnswer when nothing comes for so long, LogClosed, or what
   * the way to the server ended with. The client would make an object of each event, whoever wrote it, and hand it from one stream to another.
   */
  read(
    request: streams.ReadReq,
    { leader }: { readonly leader: boolean },
    silenceMs: number,
    each: Each<Met>,
  ): Promise<void> {
    const ends = { silenceMs, signal: this.closing.signal };
    return this.through((line) =>
      drained(readAt(line, request, leader), ends, (response: streams.ReadResp) => {
        const met = metIn(response);
        return met && each(met);
      }),
    );
  }

  /** Calls back with what a subscription at the leader tells: another node may speak of what is cut off later. It ends by throwing: also without an error, as when a server is stopped in good order. */
  follow(
    request: streams.ReadReq,
    signal: AbortSignal,
    each: Each<streams.ReadResp>,
  ): Promise<never> {
    return this.through(async (line) => {
      await drained(readAt(line, request, true), { signal }, each);
      throw new Error('The subscription ended');
    });
  }

  close(): void {
    this.closing.abort(new LogClosed());
    this.line.retired = true;
    closeIfUnused(this.line);
  }

  private through<T>(work: (line: Line) => Promise<T>): Promise<T> {
    return this.gate.within(async () => {
      // It may have waited until then.
      this.closing.signal.throwIfAborted();
      const { line } = this;
      line.calls++;
      try {
        return await work(line);
      } catch (error) {
        if (!isAnswer(error)) this.failures++;
        if (isLost(error)) this.replace(line, error);
        throw error;
      } finally {
        line.calls--;
        closeIfUnused(line);
      }
    });
  }

  private replace(line: Line, error: unknown): void {
    if (line !== this.line || line.retired) return;
    const leader = leaderIn(error);
    // Whoever answers is kept while the leader, or those that a search would ask, do not.
    if ((leader || isNotReady(error)) && this.silent.hasLately(leader)) return;
    const isSilent = error instanceof NoAnswer;
    if (isSilent && line.node) this.silent.add(line.node);
    const nodes = nodesOf(this.url);
    if (!line.node || (isSilent && nodes.length > 1)) this.untried = this.silent.ordered(nodes);
    const node = leader ?? this.untried.shift();
    this.line = lineTo(node ? atNode(this.url, node) : this.url, this.address.credentials);
    line.retired = true;
  }
}

function lineTo(url: string, credentials: Address['credentials']): Line {
  const append = () => callAt(line, true, (server, words) => server.batchAppend(...words));
  const line: Line = {
    client: EventStoreDBClient.connectionString(url) as unknown as Client,
    credentials,
    appends: new Appends(append, APPEND_MS),
    calls: 0,
    retired: false,
  };
  return line;
}

function closeIfUnused({ retired, calls, server, appends }: Line): void {
  if (!retired || calls > 0) return;
  appends.stop();
  server?.then((found) => found.close()).catch(() => undefined);
}
