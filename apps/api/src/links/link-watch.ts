import { setImmediate } from 'node:timers/promises';
import { berlinDay } from '@klimaspur/domain';
import { LinkChecker, LinkStore } from '@klimaspur/links';
import type { Settings } from '@klimaspur/settings';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DAY_MS } from '../auth/session-cookie.js';
import { Turns } from '../persistence/turns.js';
import { Worlds } from '../persistence/worlds.js';
import { Redactions } from '../redactions/redactions.js';
import { SETTINGS } from '../settings.module.js';
import { gatherLinks, linksOf } from './gather-links.js';

const EVERY_MS = 60_000;
/** In one look: what is left comes in the next one. */
const AT_MOST = 30;
const AT_ONCE = 2;

/** Looks now and then whether published links still lead somewhere. Those of drafts would tell that there is one. */
@Injectable()
export class LinkWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('links');
  private readonly stopped = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly worlds: Worlds,
    private readonly links: LinkStore,
    private readonly checker: LinkChecker,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly turns: Turns,
    redactions: Redactions,
  ) {
    redactions.onTakenOut(async ({ name, store }, stream) => {
      if (name !== 'own' || !links.knows(stream)) return;
      links.learnAnew(await linksOf(store, stream), Date.now());
    });
  }

  onApplicationBootstrap(): void {
    if (!this.settings.linkCheck) return;
    const look = () => void this.look().catch((error) => this.logger.error('Links', error));
    this.timer = setInterval(look, EVERY_MS).unref();
  }

  /** What is being asked is left at once. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stopped.abort();
    await this.running?.catch(() => undefined);
  }

  /** One look at a time: the log first, then those links whose turn it is. */
  look(now: () => number = Date.now): Promise<void> {
    this.running ??= this.once(now)
      .catch((error: unknown) => {
        if (!this.stopped.signal.aborted) throw error;
      })
      .finally(() => (this.running = undefined));
    return this.running;
  }

  private async once(now: () => number): Promise<void> {
    const { signal } = this.stopped;
    const { store, readModels } = this.worlds.own;
    const position = await gatherLinks(store, this.links, { now: now(), signal });
    // Only views that are level know what has been withdrawn from the public.
    if (position !== null && !(await readModels.waitUntil(position))) return;
    // Several nodes have several files of verdicts, but no host is asked by two at a time.
    await this.turns.inTurn('check links', async () => {
      const round = { left: AT_MOST, busy: new Set<string>(), now };
      await Promise.all(Array.from({ length: AT_ONCE }, () => this.checkSome(round)));
    });
  }

  private async checkSome(round: Round): Promise<void> {
    for (;;) {
      const now = round.now();
      const due = round.left > 0 ? this.links.nextDue(now, round.busy) : undefined;
      if (!due) return;
      if (!this.isPublic(due.url, now)) {
        this.links.postpone(due.url, now + DAY_MS);
        // A large draft has many; requests come first.
        await setImmediate(undefined, { signal: this.stopped.signal });
        continue;
      }
      round.left -= 1;
      round.busy.add(due.host);
      const verdict = await this.checker.check(due.url, this.stopped.signal);
      round.busy.delete(due.host);
      this.links.record(due.url, verdict, round.now());
    }
  }

  /** Whether anybody who comes by can see it now. */
  private isPublic(url: string, now: number): boolean {
    const view = { asOf: berlinDay(new Date(now).toISOString()), viewer: 'public' } as const;
    return this.worlds.own.readModels.shownStreams(this.links.streamsOf(url), view).size > 0;
  }
}

interface Round {
  /** Links that may still be asked. */
  left: number;
  /** Hosts that are being asked. */
  readonly busy: Set<string>;
  readonly now: () => number;
}
