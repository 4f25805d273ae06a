import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import { systemEvent } from './deletes.js';
import { EsdbNode } from './esdb-node.js';
import type { Certificate } from './grpc-server.js';
import { Faults } from './faults.js';
import { ServerLog } from './server-log.js';
import { uuidOf } from './wire-form.js';

const { VNodeState } = gossip.MemberInfo;

/** A server with TLS lets in one user; without rights not even that one may read. */
export interface Guard {
  readonly tls: Certificate;
  readonly username: string;
  readonly password: string;
  rights: 'all' | 'none';
}

/**
 * Stands in for EventStoreDB in tests: one server, or a small cluster, that speaks its protocol over a real socket, keeps
 * everything in memory and fails when it is told to. Each behaviour says where it was seen; none is there for our adapter.
 */
export class EsdbDouble {
  readonly log = new ServerLog();
  readonly faults = new Faults();
  readonly nodes: EsdbNode[] = [];
  leader: EsdbNode | null = null;

  private constructor(readonly guard?: Guard) {}

  static async start({ nodes = 1, guard }: { nodes?: number; guard?: Guard } = {}) {
    const double = new EsdbDouble(guard);
    for (let n = 0; n < nodes; n++) double.nodes.push(await EsdbNode.in(double));
    double.leader = double.nodes[0]!;
    double.writeSystemEvents(1);
    return double;
  }

  /** The address for a client of all nodes. */
  get url(): string {
    const hosts = this.nodes.map(({ line }) => `127.0.0.1:${line.port}`);
    return `esdb://${hosts.join(',')}?tls=false`;
  }

  /** The only node of a single server, the leader of a cluster or, without one, the first that lives. */
  get node(): EsdbNode {
    return this.leader ?? this.nodes.find(({ alive }) => alive) ?? this.nodes[0]!;
  }

  calls(method: keyof EsdbNode['calls']): number {
    return this.nodes.reduce((sum, { calls }) => sum + calls[method], 0);
  }

  /** Statistics and stream metadata, as a server writes them by itself. */
  writeSystemEvents(count: number): void {
    const stats = `$stats-127.0.0.1:${this.node.line.port}`;
    systemEvent(this.node, `$$${stats}`, '$metadata');
    for (let n = 0; n < count; n++) systemEvent(this.node, stats, '$statsCollected');
  }

  /** A new leader, of the living. It has not seen the ids of late. */
  elect(node: EsdbNode): void {
    if (node !== this.leader) this.log.forgetRecentIds();
    this.leader = node;
  }

  lost(node: EsdbNode): void {
    if (node !== this.leader) return;
    this.leader = null;
    this.log.forgetRecentIds();
  }

  found(node: EsdbNode): void {
    if (this.nodes.length === 1) this.leader = node;
  }

  gossip(): gossip.ClusterInfo {
    return new gossip.ClusterInfo().setMembersList(
      this.nodes.map((node, n) =>
        new gossip.MemberInfo()
          .setInstanceId(uuidOf(`00000000-0000-4000-8000-00000000000${n}`))
          .setTimeStamp('0')
          .setState(this.#stateOf(node))
          .setIsAlive(node.alive)
          .setHttpEndPoint(new gossip.EndPoint().setAddress('127.0.0.1').setPort(node.line.port)),
      ),
    );
  }

  async stop(): Promise<void> {
    this.faults.none();
    await Promise.all(this.nodes.map((node) => node.close()));
  }

  #stateOf(node: EsdbNode): gossip.MemberInfo.VNodeState {
    if (!this.leader) return VNodeState.UNKNOWN;
    return node === this.leader ? VNodeState.LEADER : VNodeState.FOLLOWER;
  }
}
