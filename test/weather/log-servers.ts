import { setTimeout } from 'node:timers/promises';
import { EsdbDouble } from '../esdb-double/esdb-double.js';
import type { EsdbNode } from '../esdb-double/esdb-node.js';
import { drop, type Fault, type Point, refuse } from '../esdb-double/faults.js';
import { notReady, StoredLater } from '../esdb-double/refusal.js';
import { ServerNodes } from '../log-server/server-nodes.js';

/** Where a town keeps its log, and one of several things that can happen to it. */
export interface LogServer {
  readonly url: string;
  /** `which` lies in [0, 1). */
  failOver(which: number): Promise<void>;
  stop(): Promise<void>;
}

/** Another leads, and shows the last of the log only after some have asked. */
function handOver({ cluster }: EsdbNode): void {
  const { nodes, faults: orders } = cluster;
  const next = nodes[(nodes.indexOf(cluster.node) + 1) % nodes.length]!;
  next.hide(2);
  orders.at('read', () => next.showAll(), { after: 3 });
  cluster.elect(next);
}

/** The leader dies in the middle of a call, another is elected, and the dead one comes back as a follower. */
const dies: Fault = (node, call) => {
  handOver(node);
  node.die();
  node.comeBack();
  return drop(node, call);
};

const faults: [Point, Fault][] = [
  ['append', dies],
  ['stored', dies],
  ['read', dies],
  ['event', dies],
  ['append', drop],
  ['stored', drop],
  ['read', drop],
  ['append', refuse(notReady)],
  ['append', refuse(() => new StoredLater())],
];

/** A double of three nodes: something happens to the leader at the call after next, or at once another one leads. */
export class DoubleOfThree implements LogServer {
  private constructor(private readonly double: EsdbDouble) {}

  static async start(): Promise<DoubleOfThree> {
    return new DoubleOfThree(await EsdbDouble.start({ nodes: 3 }));
  }

  get url(): string {
    return this.double.url;
  }

  async failOver(which: number): Promise<void> {
    const { double } = this;
    const fault = faults[Math.floor(which * (faults.length + 2))];
    if (fault) return double.faults.at(...fault, { after: 1 });
    handOver(double.node);
    for (const node of double.nodes) node.storeLate();
  }

  stop(): Promise<void> {
    return this.double.stop();
  }
}

/** A real one, of processes: its leader is killed and started again, or hangs for a while. */
export class RealServer implements LogServer {
  private constructor(private readonly nodes: ServerNodes) {}

  static async start(url: string, command: string): Promise<RealServer> {
    const nodes = new ServerNodes(url, command);
    await nodes.start();
    return new RealServer(nodes);
  }

  get url(): string {
    return this.nodes.url;
  }

  async failOver(which: number): Promise<void> {
    const leader = await this.nodes.ready();
    if (which < 0.7) {
      await leader.stop('SIGKILL');
      leader.start();
    } else {
      leader.signal('SIGSTOP');
      await setTimeout(4_000);
      leader.signal('SIGCONT');
    }
    await this.nodes.ready();
  }

  stop(): Promise<void> {
    return this.nodes.stop();
  }
}
