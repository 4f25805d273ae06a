import {
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
  STREAM_NAME,
} from '@eventstore/db-client';
import { comparePositions, type Position } from '../position.js';
import { isOwnStream, prefixes } from '../stream-name.js';
import type { Connection } from './connection.js';
import { byteAt, fromByte, positionAt } from './places.js';
import { pause, pauseMs, retrying } from './retrying.js';

/** Of 32 events each: so often a subscription that nothing matches says how far it is. */
const CHECKPOINT_INTERVAL = 1;
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
        await this.connection.run((client) => this.follow(client, () => (tries = 0)));
      } catch {
        // Whatever it was: the next subscription begins where this one ended.
      }
      await pause(pauseMs(tries), signal);
    }
  }

  /** Ends when the subscription does. Throws, so that the connection is replaced. */
  private async follow(client: EventStoreDBClient, lives: () => void): Promise<never> {
    const subscription = client.subscribeToAll({
      fromPosition: fromByte(this.at ?? 0n),
      filter: {
        filterOn: STREAM_NAME,
        prefixes,
        checkpointInterval: CHECKPOINT_INTERVAL,
        checkpointReached: (_subscription, { commit }) => {
          lives();
          this.reached(commit);
        },
      },
    });
    const over = new AbortController();
    const ended = ending(subscription, AbortSignal.any([this.closing.signal, over.signal]));
    subscription.on('data', (resolved: AllStreamResolvedEvent) => {
      lives();
      this.reached(byteAt(resolved));
      const { event } = resolved;
      if (event && isOwnStream(event.streamId)) this.grown(positionAt(byteAt(resolved)));
    });
    try {
      return await Promise.race([ended, this.watch(over.signal)]);
    } finally {
      over.abort();
      void subscription.unsubscribe().catch(() => undefined);
    }
  }

  /** Throws when the log has grown, and the subscription does not say so. */
  private async watch(signal: AbortSignal): Promise<never> {
    for (;;) {
      await pause(WATCH_MS, signal);
      if (signal.aborted) throw new Error('No longer watched');
      const look = () => this.asking.firstAfter(this.at ?? 0n);
      // A node that hangs lets the first look fail: at once once more, by another way.
      const missed = await retrying(look, WATCH_MS, signal).catch(() => undefined);
      if (missed === undefined) continue;
      this.grown(missed);
      await pause(GRACE_MS, signal);
      if (comparePositions(positionAt(this.at ?? 0n), missed) < 0)
        throw new Error('The subscription sleeps');
    }
  }

  private reached(byte: bigint): void {
    if (this.at === undefined || byte > this.at) this.at = byte;
  }
}

/** `end` and `close` come without an error when a server is stopped in good order. */
const ending = (subscription: AllStreamSubscription, signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const over = (): void => reject(new Error('The subscription ended'));
    // Stays: an error without a listener would end the process.
    subscription.on('error', (error: Error) => reject(error));
    subscription.on('end', over);
    subscription.on('close', over);
    signal.addEventListener('abort', over);
    if (signal.aborted) over();
  });
