import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import gossipRpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import featuresRpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streamsRpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { append, batchAppend, type Append, type Appended } from './appends.js';
import { remove, tombstone } from './deletes.js';
import type { EsdbDouble } from './esdb-double.js';
import { decide } from './expectation.js';
import type { Point } from './faults.js';
import { GrpcServer, type Call } from './grpc-server.js';
import { Line } from './line.js';
import { read } from './reads.js';
import {
  accessDenied,
  appendTooLarge,
  BadRequest,
  notLeader,
  notReady,
  StoredLater,
  streamDeleted,
  wrongPassword,
} from './refusal.js';
import type { ServerLog, StoredRecord } from './server-log.js';

/** Bytes of data in one append, all its events together; type and metadata do not count (seen on a 24.2 server). */
export const MAX_APPEND_SIZE = 1_048_576;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One server: what it answers to each method, and how it goes down and comes up. */
export class EsdbNode {
  /** `append`: each, whichever way it came. */
  readonly calls: Record<'append' | 'batchAppend' | 'read', number> = {
    append: 0,
    batchAppend: 0,
    read: 0,
  };
  readonly #server: GrpcServer;
  readonly #late: Append[] = [];
  #ending = Promise.withResolvers<never>();
  /** From here on it shows nothing yet to who reads. */
  #hiddenFrom = Infinity;
  line!: Line;

  private constructor(readonly cluster: EsdbDouble) {
    this.#server = new GrpcServer(cluster.guard?.tls);
    this.#ending.promise.catch(() => {});
  }

  static async in(cluster: EsdbDouble): Promise<EsdbNode> {
    const node = new EsdbNode(cluster);
    node.#serve();
    node.line = await Line.to(await node.#server.listen());
    return node;
  }

  get log(): ServerLog {
    return this.cluster.log;
  }

  get alive(): boolean {
    return !this.line.dead;
  }

  strike(point: Point, call: Call): Promise<void> {
    return this.cluster.faults.strike(point, this, call);
  }

  /** Stores what is new. A follower forwards it, so that nobody sees a difference (seen on a 24.2 server). */
  async append(asked: Append, call: Call): Promise<Appended> {
    this.calls.append++;
    this.#checkRights();
    this.checkLeader(call);
    try {
      await this.strike('append', call);
    } catch (error) {
      if (error instanceof StoredLater) this.#late.push(asked);
      throw error;
    }
    if (!this.cluster.leader) throw notReady();
    const appended = this.#store(asked);
    await this.strike('stored', call);
    return appended;
  }

  /** Stores what was refused for want of a majority, and counts it. */
  storeLate(): number {
    const late = this.#late.splice(0);
    for (const asked of late) this.#store(asked);
    return late.length;
  }

  /** Who asks for the leader gets nothing from another node but the leader's address (seen on a 24.2 server). */
  checkLeader({ headers }: Call): void {
    if (headers['requires-leader'] !== 'true') return;
    const { leader } = this.cluster;
    if (!leader) throw notReady();
    if (leader !== this) throw notLeader(leader.line.port);
  }

  /**
   * A leader that was just elected has everything that was acknowledged, but shows the last of it only when its followers have
   * confirmed that they have it, too (seen on a cluster of three whose leader hung and came back).
   */
  hide(count: number): void {
    this.#hiddenFrom = this.log.all.at(-count)?.position ?? Infinity;
  }

  showAll(): void {
    this.#hiddenFrom = Infinity;
  }

  shown(records: readonly StoredRecord[]): readonly StoredRecord[] {
    return records.filter(({ position }) => position < this.#hiddenFrom);
  }

  /** Rejected when the subscriptions of now are ended by the server. */
  ended(): Promise<never> {
    return this.#ending.promise;
  }

  /** Ends every subscription: by a refusal, or by a reset that names no error. */
  endSubscriptions(reason: Error): void {
    const { reject } = this.#ending;
    this.#ending = Promise.withResolvers<never>();
    this.#ending.promise.catch(() => {});
    reject(reason);
  }

  /** Goes down at once. What is stored stays. */
  die(): void {
    this.line.die();
    this.cluster.lost(this);
  }

  comeBack(): void {
    this.line.revive();
    this.cluster.found(this);
  }

  async close(): Promise<void> {
    await this.line.close();
    await this.#server.close();
  }

  #store({ stream, expected, events }: Append): Appended {
    refuseBad(stream, events);
    const { log } = this;
    const isEmptied = log.next(stream) > 0 && log.current(stream) === null;
    if (log.deleted(stream) || (isEmptied && expected === 'stream_exists')) {
      throw streamDeleted(stream);
    }
    const ids = events.map(({ id }) => id);
    const decision = decide(log, stream, ids, expected);
    const last = log.next(stream) - 1;
    if (decision === 'wrong') return { current: last < 0 ? null : last };
    if (decision !== 'store') return decision;
    return { last: log.store(stream, events).at(-1) ?? log.at(stream, last) ?? null };
  }

  #serve(): void {
    const { append: one, batchAppend: many, read: reading } = streamsRpc.StreamsService;
    this.#server.serve(one, (requests, call) => {
      this.#checkLogin(call);
      return append(this, requests, call);
    });
    this.#server.serve(many, (requests, call) => {
      this.#checkLogin(call);
      this.calls.batchAppend++;
      return batchAppend(this, requests, call);
    });
    this.#server.serve(reading, (requests, call) => {
      this.#checkLogin(call);
      this.#checkRights();
      this.calls.read++;
      return read(this, requests, call);
    });
    this.#server.serve(streamsRpc.StreamsService.delete, (requests) => remove(this, requests));
    this.#server.serve(streamsRpc.StreamsService.tombstone, (requests) =>
      tombstone(this, requests),
    );
    this.#server.serve(gossipRpc.GossipService.read, (_requests, call) => this.#gossip(call));
    this.#server.serve(featuresRpc.ServerFeaturesService.getSupportedMethods, (_requests, call) =>
      this.#features(call),
    );
  }

  /** Who is not known gets no further; gossip is for everybody (seen on a 24.2 server). */
  #checkLogin({ headers }: Call): void {
    const { guard } = this.cluster;
    if (!guard) return;
    const login = Buffer.from(`${guard.username}:${guard.password}`).toString('base64');
    if (headers.authorization !== `Basic ${login}`) throw wrongPassword();
  }

  /** Of many appends on one call each is refused by itself. */
  #checkRights(): void {
    if (this.cluster.guard?.rights === 'none') throw accessDenied();
  }

  async *#gossip(call: Call): AsyncGenerator<gossip.ClusterInfo> {
    await this.strike('gossip', call);
    yield this.cluster.gossip();
  }

  async *#features(call: Call): AsyncGenerator<features.SupportedMethods> {
    await this.strike('features', call);
    const methods = ['append', 'batchappend', 'read', 'delete', 'tombstone'].map((name) =>
      new features.SupportedMethod()
        .setServiceName('event_store.client.streams.streams')
        .setMethodName(name),
    );
    yield new features.SupportedMethods()
      .setEventStoreServerVersion('24.2.0.0-double')
      .setMethodsList(methods);
  }
}

function refuseBad(stream: string, events: Append['events']): void {
  const isBad = events.some(({ id, type }) => type === '' || !UUID.test(id));
  if (stream === '' || isBad) throw new BadRequest();
  const size = events.reduce((sum, { data }) => sum + data.length, 0);
  if (size > MAX_APPEND_SIZE) throw appendTooLarge(MAX_APPEND_SIZE);
}
