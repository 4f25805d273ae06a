import { join } from 'node:path';
import { TextsRemain } from '@klimaspur/event-store';
import { Vault } from '@klimaspur/vault';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { World } from '../persistence/world.js';
import { Worlds } from '../persistence/worlds.js';
import { atTheStart } from '../policies/policy-runner.js';
import { fileBookmark } from '../policies/file-bookmark.js';
import { finishRedactions } from './finish-redactions.js';
import { watchRedactions } from './redaction-watch.js';

/** Called with a stream of which a text was taken out: whoever keeps a copy of what it said lets go of it. */
export type Forget = (world: World, stream: string) => Promise<void>;

const AGAIN_MS = 60_000;

/** Takes texts out of all that is kept: the log, the views, and whatever else was made from them. */
@Injectable()
export class Redactions implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('redactions');
  private readonly keepers: Forget[] = [];
  private work: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private readonly stopped = new AbortController();
  private watching: readonly Promise<void>[] = [];

  constructor(
    private readonly worlds: Worlds,
    private readonly vault: Vault,
  ) {}

  /** To be called by everything that keeps copies. */
  onTakenOut(forget: Forget): void {
    this.keepers.push(forget);
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const world of this.worlds.all()) await this.carryOut(world).catch(() => undefined);
    this.watching = this.worlds
      .all()
      .filter(({ isShared }) => isShared)
      .map((world) => this.watch(world));
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.stopped.abort();
    await Promise.all(this.watching);
    await this.work.catch(() => undefined);
  }

  /** To be called before it is recorded, so that a crash in the next moment is not the end of it. */
  begin({ redactions }: World, stream: string, { entry }: Readonly<Record<string, unknown>>): void {
    redactions.write({ stream, asked: String(entry) });
  }

  /**
   * Answers when nothing of what was recorded to be taken out is left anywhere on this node; one at a time. `list`: what is to be
   * listed before. Throws TextsRemain.
   */
  carryOut(world: World, list: () => Promise<void> = async () => {}): Promise<void> {
    this.work = this.work
      .catch(() => undefined)
      .then(list)
      .then(() => this.once(world));
    return this.work;
  }

  private watch(world: World): Promise<void> {
    const bookmark = fileBookmark(join(world.folder, 'redactions-read.json'), world.log.logId);
    return watchRedactions(
      world,
      {
        read: () => bookmark.read().position,
        write: (position) => bookmark.write({ ...atTheStart, position }),
      },
      (list) => this.carryOut(world, list),
      this.stopped.signal,
    );
  }

  private async once(world: World): Promise<void> {
    const { log, redactions, readModels } = world;
    try {
      await finishRedactions(log, redactions);
      const { unfinished } = redactions;
      if (unfinished.length === 0) return;
      // Whoever has the key could try out what a text was that somebody sent.
      await this.vault.renewSecret('request', Date.now() + 1);
      await readModels.rebuild();
      if (readModels.failing !== null) throw new TextsRemain(readModels.failing);
      for (const forget of this.keepers) {
        for (const stream of new Set(unfinished.map((it) => it.stream))) {
          await forget(world, stream);
        }
      }
      for (const { redaction } of unfinished) redactions.write({ done: redaction });
    } catch (error) {
      this.logger.error('Copies of texts that were taken out may remain', (error as Error).stack);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.carryOut(world).catch(() => undefined), AGAIN_MS);
      this.timer.unref();
      throw error;
    }
  }
}
