import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const POLL_MS = 100;
const HEALTHY_MS = 90_000;

/** A node that a test can end, wake up and silence. */
export interface LedNode {
  start(): void;
  stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
}

/** A server that a test starts and stops; `ready` gives the node that leads. */
export interface LedServer {
  readonly url: string;
  start(): Promise<void>;
  ready(): Promise<LedNode>;
  stop(): Promise<void>;
}

/** One node of a real server: a process that this test starts, stops and starts again. */
class ServerNode implements LedNode {
  private child: ChildProcess | undefined;
  private wanted = false;

  constructor(
    private readonly command: string,
    private readonly origin: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** A node that comes to its end by itself is started again, as any supervisor would do. */
  start(): void {
    this.wanted = true;
    const child = spawn('sh', ['-c', `exec ${this.command}`], {
      env: { ...process.env, ...this.environment },
      stdio: 'ignore',
    });
    this.child = child;
    child.once('exit', () => {
      if (this.wanted && this.child === child) this.start();
    });
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.child?.kill(signal);
  }

  /** Until the process is gone: before that it holds its database. */
  async stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.wanted = false;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }

  async isHealthy(): Promise<boolean> {
    return (await this.ask('/health/live'))?.status === 204;
  }

  async isLeader(): Promise<boolean> {
    const answer = await this.ask('/info');
    const said = await answer?.text().catch(() => undefined);
    return answer?.ok === true && /"leader"/i.test(said ?? '');
  }

  private async ask(path: string): Promise<Response | undefined> {
    const signal = AbortSignal.timeout(1_000);
    return fetch(`${this.origin}${path}`, { signal }).catch(() => undefined);
  }
}

/**
 * As many nodes as the address has hosts. `command` starts one in the foreground; it gets its number (from 1) as $NODE, its port as
 * $PORT and a folder for all of them as $DIR.
 */
export class ServerNodes implements LedServer {
  readonly nodes: readonly ServerNode[];
  private readonly folder = mkdtempSync(join(tmpdir(), 'klimaspur-log-server-'));

  constructor(
    readonly url: string,
    command: string,
  ) {
    const [, hosts] = /^esdb(?:\+discover)?:\/\/(?:[^@/?]+@)?([^/?]+)/.exec(url) ?? [];
    const scheme = /tls=false/i.test(url) ? 'http' : 'https';
    this.nodes = (hosts ?? '').split(',').map((host, n) => {
      const environment = { NODE: String(n + 1), PORT: host.split(':')[1], DIR: this.folder };
      return new ServerNode(command, `${scheme}://${host}`, environment);
    });
  }

  async start(): Promise<void> {
    for (const node of this.nodes) node.start();
    await until(async () => {
      const healthy = await Promise.all(this.nodes.map((node) => node.isHealthy()));
      return healthy.every(Boolean) && (await this.leader()) !== undefined;
    });
  }

  async leader(): Promise<ServerNode | undefined> {
    for (const node of this.nodes) if (await node.isLeader()) return node;
    return undefined;
  }

  async ready(): Promise<ServerNode> {
    let leader: ServerNode | undefined;
    await until(async () => (leader = await this.leader()) !== undefined);
    return leader!;
  }

  async stop(): Promise<void> {
    for (const node of this.nodes) node.signal('SIGCONT');
    await Promise.all(this.nodes.map((node) => node.stop('SIGKILL')));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > HEALTHY_MS) throw new Error('The server does not come up');
    await setTimeout(POLL_MS);
  }
}
