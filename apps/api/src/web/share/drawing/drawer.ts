import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Card } from './card.js';

/** After so long without work the thread ends, and gives its heap back. */
const IDLE_MS = 60_000;

/** Fonts and patterns take about half of it; without a limit the thread would take twice as much before it tidies up. */
const resourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 };

/** Draws in a thread of its own, so that nobody waits for it who wants no picture. One card at a time. */
export class Drawer {
  private thread: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;
  private ending = new AbortController();

  async draw(card: Card): Promise<string> {
    // Sources cannot be loaded by a thread; the built server can.
    if (import.meta.url.endsWith('.ts')) return (await import('./draw.js')).draw(card);
    clearTimeout(this.idle);
    this.thread ??= new Worker(new URL('./draw-worker.js', import.meta.url), { resourceLimits });
    const { thread } = this;
    thread.ref();
    const drawn = once(thread, 'message', { signal: this.ending.signal });
    thread.postMessage(card);
    try {
      const [svg] = (await drawn) as [string];
      return svg;
    } catch (error) {
      await this.close();
      throw error;
    } finally {
      thread.unref();
      this.idle = setTimeout(() => void this.close(), IDLE_MS).unref();
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.idle);
    this.ending.abort();
    this.ending = new AbortController();
    const { thread } = this;
    this.thread = undefined;
    await thread?.terminate();
  }
}
