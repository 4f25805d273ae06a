import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * The wire to a node: its public port, which stays the same for as long as the double lives, and behind it the server.
 * Here a connection can be cut, or fall silent without being cut.
 */
export class Line {
  readonly #front = createServer((socket) => this.#accept(socket));
  readonly #sockets = new Set<Socket>();
  #frozen = false;
  #dead = false;

  private constructor(readonly backend: number) {}

  static async to(backend: number): Promise<Line> {
    const line = new Line(backend);
    line.#front.listen(0, '127.0.0.1');
    await once(line.#front, 'listening');
    return line;
  }

  get port(): number {
    return (this.#front.address() as AddressInfo).port;
  }

  get dead(): boolean {
    return this.#dead;
  }

  /** Cuts every connection; new ones are welcome. */
  drop(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
    this.#sockets.clear();
  }

  /**
   * Cuts every connection, and each new one at once. The port is not given back meanwhile, lest another test gets it:
   * a client sees code 14 with „reset“ instead of „refused“.
   */
  die(): void {
    this.#dead = true;
    this.thaw();
    this.drop();
  }

  revive(): void {
    this.#dead = false;
  }

  /** Like a stopped process: connections are taken, and nothing comes or goes on them. */
  freeze(): void {
    this.#frozen = true;
    for (const socket of this.#sockets) socket.pause();
  }

  thaw(): void {
    this.#frozen = false;
    for (const socket of this.#sockets) socket.resume();
  }

  async close(): Promise<void> {
    this.#dead = true;
    this.drop();
    this.#front.close();
    await once(this.#front, 'close');
  }

  #accept(socket: Socket): void {
    socket.on('error', () => {});
    if (this.#dead) return void socket.resetAndDestroy();
    const server = connect(this.backend, '127.0.0.1');
    this.#join(socket, server);
    this.#join(server, socket);
  }

  #join(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.setNoDelay(true);
    from.on('data', (bytes) => void (to.write(bytes) || from.pause()));
    to.on('drain', () => void (this.#frozen || from.resume()));
    from.on('error', () => {});
    from.on('end', () => to.end());
    from.on('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
    if (this.#frozen) from.pause();
  }
}
