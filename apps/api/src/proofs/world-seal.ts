import { setTimeout as delay } from 'node:timers/promises';
import {
  type KeptCheckpoints,
  LogSigner,
  type LogTree,
  type Signed,
  type SignedCheckpoint,
  SigningKey,
  type SigningRefused,
} from '@klimaspur/proofs';
import { type Lease, LeaseLost, signingLease, type Vault } from '@klimaspur/vault';
import type { Logger } from '@nestjs/common';
import type { Turns } from '../persistence/turns.js';
import type { World } from '../persistence/world.js';

/**
 * After the first of several entries that somebody makes in one go. The same wait hides from strangers which of two
 * numbers belongs to which of them.
 */
const QUIET_MS = 3_000;

/** For somebody else who signs, which takes milliseconds. */
const TRIES = 20;
const AGAIN_MS = 100;

/** By its id and nothing of where it is served: a log can move house, and another one may come to its address. */
export const originOf = (logId: string): string => `klimaspur/${logId}`;

/** Signs what one log says about itself: by itself now and then, and when somebody asks. */
export class WorldSeal {
  private readonly leave: () => void;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<Signed> | undefined;
  private known: SignedCheckpoint | undefined;
  private refusal: SigningRefused | null = null;

  private constructor(
    readonly key: SigningKey,
    private readonly world: World,
    private readonly vault: Vault,
    private readonly turns: Turns,
    private readonly options: { readonly everyMs: number; readonly logger: Logger },
  ) {
    this.leave = world.tree.onChange(() => this.plan());
  }

  static async open(
    world: World,
    vault: Vault,
    turns: Turns,
    options: { readonly everyMs: number; readonly logger: Logger },
  ): Promise<WorldSeal> {
    const origin = originOf(world.store.logId);
    const key = new SigningKey(origin, await vault.secret(`signing-key ${origin}`));
    const seal = new WorldSeal(key, world, vault, turns, options);
    seal.known = await vault.checkpoints.newest(origin);
    seal.plan();
    return seal;
  }

  get origin(): string {
    return this.key.public.name;
  }

  get tree(): LogTree {
    return this.world.tree;
  }

  /** The last that was signed, as far as this process knows. */
  get newest(): SignedCheckpoint | undefined {
    return this.known;
  }

  /** Why nothing is signed; null: nothing speaks against it. */
  get refused(): SigningRefused | null {
    return this.refusal;
  }

  /** Signs all that is in the log now. One at a time: whoever comes meanwhile gets the same answer. */
  async upToDate(): Promise<Signed> {
    const position = await this.world.store.lastPosition();
    if (position !== null) await this.tree.waitUntil(position);
    this.running ??= this.sign().finally(() => (this.running = undefined));
    return this.running;
  }

  /** What was entered since is signed, if that is quickly done. */
  async close(): Promise<void> {
    this.leave();
    await this.upToDate().finally(() => clearTimeout(this.timer));
  }

  private async sign(): Promise<Signed> {
    const signed = await this.signInTurn();
    if (signed.kind === 'signed' || signed.kind === 'unchanged') {
      this.known = signed.checkpoint ?? undefined;
    }
    if (signed.kind !== 'behind') {
      this.say(signed.kind === 'refused' ? signed.refusal : null);
    }
    return signed;
  }

  /** A node that was killed while it signed keeps the others waiting for a while; they say „not yet“. */
  private async signInTurn(): Promise<Signed> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (tries > 0) await delay(AGAIN_MS);
      const signed = await this.turns.inTurn(signingLease(this.origin), (lease) =>
        this.signUnder(lease),
      );
      if (signed) return signed;
    }
    this.plan();
    return { kind: 'behind' };
  }

  /** Undefined: this process stood still for longer than the lease was for, and another one may sign by now. */
  private async signUnder(lease: Lease): Promise<Signed | undefined> {
    const { checkpoints } = this.vault;
    const kept: KeptCheckpoints = {
      newest: (origin) => checkpoints.newest(origin),
      keep: (checkpoint, after) => checkpoints.keep(checkpoint, after, lease),
    };
    try {
      return await new LogSigner({ key: this.key, tree: this.tree, kept }).sign();
    } catch (error) {
      if (error instanceof LeaseLost) return undefined;
      throw error;
    }
  }

  /** Once for each reason. */
  private say(refusal: SigningRefused | null): void {
    const { logger } = this.options;
    if (refusal && refusal.why !== this.refusal?.why) logger.error(wordsOf(this.origin, refusal));
    if (!refusal && this.refusal) logger.log(`${this.origin} is signed again.`);
    this.refusal = refusal;
  }

  private plan(): void {
    const { everyMs, logger } = this.options;
    const { trouble, isWhole, size } = this.tree;
    const hasNews = isWhole ? size !== (this.known?.size ?? 0) : trouble !== null;
    if (everyMs === 0 || this.timer || !hasNews) return;
    const wait = Math.max(QUIET_MS, (this.known?.signedAt ?? 0) + everyMs - Date.now());
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        void this.upToDate().catch((error: unknown) => logger.error('Not signed', error));
      },
      Math.min(wait, everyMs),
    ).unref();
  }
}

/** For whoever reads the log of the server. */
const wordsOf = (origin: string, { why, signed, size, event }: SigningRefused): string => {
  switch (why) {
    case 'shorter':
      return `${origin} is not signed: it has ${size} entries, but ${signed} were signed before. Is the log an older copy?`;
    case 'differs':
      return `${origin} is not signed: its first ${signed} entries are not those that were signed before.`;
    case 'stuck':
      return `${origin} is not signed: the text and the salt of event ${event} do not fit together.`;
  }
};
