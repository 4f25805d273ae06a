import { dirname, join } from 'node:path';
import { categoryOf, type Position, type Upcasting } from '@klimaspur/event-store';
import type { Settings } from '@klimaspur/settings';
import { opened } from './start-trouble.js';
import { openWorld, type World } from './world.js';

const BATCH = 1_000;

/**
 * Which world is shown and written: the example, where it is wanted, until the own log holds a town (draft or not).
 * People and the founding of towns always belong to the own world.
 */
export class Worlds {
  private ownTown = false;
  private seen: Position | null = null;
  private pass: Promise<void> = Promise.resolve();
  private readonly leave: () => void;

  private constructor(
    readonly own: World,
    readonly example: World | undefined,
  ) {
    this.leave = own.store.onCommit(() => void this.look().catch(() => undefined));
  }

  /** `upcasting`: how events of older programs are read, if not as this house does. */
  static open(settings: Settings, upcasting?: Upcasting): Promise<Worlds> {
    const { log } = settings;
    const all = () => Worlds.openAll(settings, upcasting);
    // What is damaged within a file is found by whoever reads that place first.
    return log.kind === 'sqlite' ? opened(log.file, all, 'log') : all();
  }

  private static async openAll(
    { log, dataFolder, example }: Settings,
    upcasting?: Upcasting,
  ): Promise<Worlds> {
    const own =
      log.kind === 'sqlite'
        ? await openWorld('own', dirname(log.file), undefined, upcasting)
        : await openWorld('own', dataFolder, log.url, upcasting);
    const tryout = example
      ? await openWorld('example', join(dataFolder, 'example'), undefined, upcasting)
      : undefined;
    const worlds = new Worlds(own, tryout);
    try {
      await worlds.look();
    } catch (error) {
      await worlds.close();
      throw error;
    }
    return worlds;
  }

  /** The world that pages show and entries go to. */
  current(): World {
    return this.ownTown || !this.example ? this.own : this.example;
  }

  all(): readonly World[] {
    return this.example ? [this.own, this.example] : [this.own];
  }

  /** Resolves when `current()` knows everything that is in the own log now. One look at a time. */
  look(): Promise<void> {
    this.pass = this.pass.catch(() => undefined).then(() => this.advance());
    return this.pass;
  }

  async close(): Promise<void> {
    this.leave();
    await this.pass.catch(() => undefined);
    await Promise.all(this.all().map((world) => world.close()));
  }

  private async advance(): Promise<void> {
    while (!this.ownTown) {
      const events = await this.own.store.readAll(this.seen, BATCH);
      const last = events.at(-1);
      if (!last) return;
      this.ownTown = events.some(({ stream }) => categoryOf(stream) === 'municipality');
      this.seen = last.position;
    }
  }
}
