import { EventStoreDBClient } from '@eventstore/db-client';
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { LogClosed } from '../errors.js';
import { type Address, atNode, type Node, nodesOf, withOptions } from './address.js';
import type { Acknowledged, Append } from './append-message.js';
import { Appends } from './appends.js';
import { drained, type Each } from './drained.js';
import { isAnswer, isLost, leaderIn, NoAnswer } from './failures.js';
import { type Met, metIn } from './read-message.js';
import { Semaphore } from './semaphore.js';

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

/** Who asks, where the address does not say it, and whom. */
interface Asking {
  readonly credentials?: Address['credentials'];
  readonly requiresLeader: boolean;
}

type Words = Parameters<grpc.StreamsClient['batchAppend']>;

/** What the client keeps from others, and we must reach: to close its channel, to keep it from closing one in use, to append and to read. */
interface Inside {
  getGRPCClient: (kind: typeof grpc.StreamsClient, name: string) => Promise<grpc.StreamsClient>;
  callArguments: (asking: Asking, options: { deadline: number }) => Words;
  handleError: () => Promise<void>;
  getChannel: () => Promise<Channel>;
}

interface Channel {
  close(): void;
}

const insideOf = (client: EventStoreDBClient): Inside => client as unknown as Inside;

/** Looks for a node, and gives what then makes the call. It has no limit of time but ours. */
async function callAt<C>(
  client: EventStoreDBClient,
  asking: Asking,
  call: (server: grpc.StreamsClient, words: Words) => C,
): Promise<() => C> {
  const inside = insideOf(client);
  const server = await inside.getGRPCClient(grpc.StreamsClient, 'ours');
  return () => call(server, inside.callArguments(asking, { deadline: Infinity }));
}

const readAt = (client: EventStoreDBClient, request: streams.ReadReq, requiresLeader: boolean) =>
  callAt(client, { requiresLeader }, (server, words) => server.read(request, ...words));

/** One client, with the number of calls that use it. */
interface Line {
  readonly client: EventStoreDBClient;
  readonly appends: Appends;
  /** None before the first call: asking the client for one would make it look for a node. */
  channel?: Promise<Channel>;
  hasFoundNode: boolean;
  calls: number;
  retired: boolean;
}

/**
 * A client that is replaced when the way to the server is lost: the client itself would close the channel under other calls (which
 * then throw where nobody can catch it), remember a failed discovery, and stay with a node that hangs.
 */
export class Connection {
  private readonly gate = new Semaphore(CALLS_AT_ONCE);
  private readonly url: string;
  private line: Line;
  private readonly closing = new AbortController();
  /** Nodes to be asked one by one: without a majority none is found, but each that lives can be read. */
  private untried: Node[] = [];
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

  get credentials(): Address['credentials'] {
    return this.address.credentials;
  }

  /** Calls the server and waits no longer than told; `work` gets the time that the call itself may take. */
  run<T>(work: (client: EventStoreDBClient) => Promise<T>, withinMs?: number): Promise<T> {
    return this.through(({ client }) => work(client), withinMs);
  }

  /** Throws AppendFailed, NoAnswer, or what the way to the server ended with. */
  append(append: Append): Promise<Acknowledged> {
    return this.through(({ appends }) => appends.send(append));
  }

  /**
   * Calls back with what a read gives, until it says that it is enough; throws NoAnswer when nothing comes for so long, LogClosed, or what
   * the way to the server ended with. The client itself makes an object of each event, whoever wrote it, and hands it from one stream to another.
   */
  read(
    request: streams.ReadReq,
    { leader }: { readonly leader: boolean },
    silenceMs: number,
    each: Each<Met>,
  ): Promise<void> {
    const ends = { silenceMs, signal: this.closing.signal };
    return this.through(({ client }) =>
      drained(readAt(client, request, leader), ends, (response: streams.ReadResp) => {
        const met = metIn(response);
        return met && each(met);
      }),
    );
  }

  /** Calls back with what a subscription tells. It ends by throwing: also without an error, as when a server is stopped in good order. */
  follow(
    request: streams.ReadReq,
    signal: AbortSignal,
    each: Each<streams.ReadResp>,
  ): Promise<never> {
    return this.through(async ({ client }) => {
      await drained(readAt(client, request, false), { signal }, each);
      throw new Error('The subscription ended');
    });
  }

  close(): void {
    this.closing.abort(new LogClosed());
    this.line.retired = true;
    void this.line.client.dispose().catch(() => undefined);
    closeIfUnused(this.line);
  }

  private through<T>(work: (line: Line) => Promise<T>, withinMs?: number): Promise<T> {
    return this.gate.within(async () => {
      // On a closed channel the client throws where nobody can catch it.
      this.closing.signal.throwIfAborted();
      const { line } = this;
      const call = work(line);
      begun(line, call);
      try {
        return await (withinMs === undefined ? call : answered(call, withinMs));
      } catch (error) {
        if (!isAnswer(error)) this.failures++;
        if (isLost(error)) this.replace(line, error);
        throw error;
      }
    });
  }

  private replace(line: Line, error: unknown): void {
    if (line !== this.line || line.retired) return;
    const leader = leaderIn(error);
    if (!line.hasFoundNode) this.untried = nodesOf(this.url);
    const node = leader ?? this.untried.shift();
    this.line = lineTo(node ? atNode(this.url, node) : this.url, this.credentials);
    line.retired = true;
    closeIfUnused(line);
  }
}

function lineTo(url: string, credentials: Address['credentials']): Line {
  const client = EventStoreDBClient.connectionString(url);
  const inside = insideOf(client);
  const { getChannel } = inside;
  const asking = { credentials, requiresLeader: true };
  const appends = new Appends(
    () => callAt(client, asking, (server, words) => server.batchAppend(...words)),
    APPEND_MS,
  );
  const line: Line = { client, appends, hasFoundNode: false, calls: 0, retired: false };
  inside.handleError = () => Promise.resolve();
  inside.getChannel = () => {
    line.channel = getChannel();
    line.channel.then(() => (line.hasFoundNode = true)).catch(() => undefined);
    return line.channel;
  };
  return line;
}

/** Counted until the client itself is done with it: one that was given up may still be looking for a node to call. */
function begun(line: Line, call: Promise<unknown>): void {
  line.calls++;
  const ended = (): void => {
    line.calls--;
    closeIfUnused(line);
  };
  call.then(ended, ended);
}

function closeIfUnused({ retired, calls, channel, appends }: Line): void {
  if (!retired || calls > 0) return;
  appends.stop();
  channel?.then((used) => used.close()).catch(() => undefined);
}

async function answered<T>(call: Promise<T>, withinMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(withinMs)), withinMs);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}
