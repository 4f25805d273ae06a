import { EsdbDouble } from '../esdb-double/esdb-double.js';
import type { LedNode, LedServer } from './server-nodes.js';

/** The double, led as a real server is by its processes. */
export class DoubleNodes implements LedServer {
  private double: EsdbDouble | undefined;

  get url(): string {
    return this.double!.url;
  }

  async start(): Promise<void> {
    this.double = await EsdbDouble.start();
  }

  ready(): Promise<LedNode> {
    const { node } = this.double!;
    return Promise.resolve({
      start: () => node.comeBack(),
      stop: () => Promise.resolve(node.die()),
      signal: (signal) => (signal === 'SIGSTOP' ? node.line.freeze() : node.line.thaw()),
    });
  }

  async stop(): Promise<void> {
    await this.double?.stop();
  }
}
