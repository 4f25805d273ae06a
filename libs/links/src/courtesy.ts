import { setTimeout as delay } from 'node:timers/promises';

/** One request at a time for each host, and a pause after it. */
export class Courtesy {
  private readonly last = new Map<string, Promise<unknown>>();

  constructor(private readonly pauseMs: number) {}

  async inTurn<T>(host: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(host);
    const own = Promise.withResolvers<void>();
    this.last.set(host, own.promise);
    try {
      if (before) {
        await before;
        await delay(this.pauseMs, undefined, { signal });
      }
      return await work();
    } finally {
      own.resolve();
      if (this.last.get(host) === own.promise) this.forgetLater(host, own.promise);
    }
  }

  /** Nobody waits longer than the pause, so nothing needs to be remembered longer. */
  private forgetLater(host: string, own: Promise<unknown>): void {
    setTimeout(() => {
      if (this.last.get(host) === own) this.last.delete(host);
    }, this.pauseMs).unref();
  }
}
