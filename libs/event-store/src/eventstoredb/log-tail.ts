import { comparePositions, type Position } from '../position.js';
import { isOwnStream } from '../stream-name.js';
import type { Connection } from './connection.js';
import { positionAt } from './places.js';
import { checkpointIn, growthFrom, metIn } from './read-message.js';
import { pause, pauseMs, retrying } from './retrying.js';

/** So often somebody looks whether the subscription has overslept something, and so long it may take to say it. */
const WATCH_MS = 5_000;
const GRACE_MS = 2_000;

interface Asking {
  /** The byte of the last event on the server. */
  end(): Promise<bigint>;
  /** The place of the first event of ours behind a byte. */
  firstAfter(byte: bigint): Promise<Position | undefined>;
}

/**
 * Tells of every commit, whichever node made it: one subscription to the whole log, filtered by the server, which begins again
 * behind the last place it knows whenever it ends, with or without an error, or sleeps while the log grows.
 */
export class LogTail {
  private readonly closing = new AbortController();
  private at: bigint | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly asking: Asking,
    private readonly grown: (position: Position) => void,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.closing;
    for (let tries = 0; !signal.aborted; tries++) {
      try {
        this.at ??= await this.asking.end();
        await this.follow(() => (tries = 0));
      } catch {
        // Whatever it was: the next subscription begins where this one ended.
      }
      await pause(pauseMs(tries), signal);
    }
  }

  /** Throws when the subscription ends, so that the connection is replaced. */
  private async follow(lives: () => void): Promise<void> {
    const over = new AbortController();
    const signal = AbortSignal.any([this.closing.signal, over.signal]);
    this.watch(over).catch((error: unknown) => over.abort(error));
    try {
      await this.connection.follow(growthFrom(this.at ?? 0n), signal, (response) => {
        const met = metIn(response);
        const byte = met?.byte ?? checkpointIn(response);
        if (byte === undefined) return undefined;
        lives();
        this.reached(byte);
        if (met && isOwnStream(met.stream)) this.grown(positionAt(byte));
        return undefined;
      });
    } finally {
      over.abort();
    }
  }

  /** Ends the subscription when the log has grown, and it does not say so. */
  private async watch(over: AbortController): Promise<void> {
    const { signal } = over;
    while (!signal.aborted) {
      await pause(WATCH_MS, signal);
      if (signal.aborted) return;
      const look = () => this.asking.firstAfter(this.at ?? 0n);
      // A node that hangs lets the first look fail: at once once more, by another way.
      const missed = await retrying(look, WATCH_MS, signal).catch(() => undefined);
      if (missed === undefined) continue;
      this.grown(missed);
      await pause(GRACE_MS, signal);
      if (comparePositions(positionAt(this.at ?? 0n), missed) < 0)
        over.abort(new Error('The subscription sleeps'));
    }
  }

  private reached(byte: bigint): void {
    if (this.at === undefined || byte > this.at) this.at = byte;
  }
}
