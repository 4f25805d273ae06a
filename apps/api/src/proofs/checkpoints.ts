import { type SignedCheckpoint, toBase64 } from '@klimaspur/proofs';
import type { Settings } from '@klimaspur/settings';
import { Vault } from '@klimaspur/vault';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnModuleInit,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Refusal } from '../errors/refusal.js';
import { HealthChecks } from '../health/health-checks.js';
import type { World } from '../persistence/world.js';
import { Turns } from '../persistence/turns.js';
import { Worlds } from '../persistence/worlds.js';
import { SETTINGS } from '../settings.module.js';
import { WorldSeal } from './world-seal.js';

export const CHECKPOINT_HEADER = 'klimaspur-checkpoint';

/** What the logs say about themselves, signed. */
@Injectable()
export class Checkpoints implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('checkpoints');
  private readonly seals = new Map<World['name'], WorldSeal>();

  constructor(
    private readonly worlds: Worlds,
    private readonly vault: Vault,
    private readonly turns: Turns,
    private readonly checks: HealthChecks,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async onModuleInit(): Promise<void> {
    const options = { everyMs: this.settings.checkpointSeconds * 1_000, logger: this.logger };
    for (const world of this.worlds.all()) {
      this.seals.set(world.name, await WorldSeal.open(world, this.vault, this.turns, options));
    }
    this.checks.tell('checkpoints', () => healthOf(this.sealOf(this.worlds.own)));
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const seal of this.seals.values()) {
      await seal.close().catch((error: unknown) => this.logger.error('Not signed', error));
    }
  }

  sealOf({ name }: Pick<World, 'name'> = this.worlds.current()): WorldSeal {
    return this.seals.get(name)!;
  }

  /** The last that was signed of the world that is shown. */
  newest(): SignedCheckpoint | undefined {
    return this.sealOf().newest;
  }

  /** Of all that is in the log now. */
  async ofAll(): Promise<SignedCheckpoint> {
    const signed = await this.sealOf().upToDate();
    if (signed.kind === 'refused') throw new Refusal('checkpoint/not-signed');
    if (signed.kind === 'behind') throw new Refusal('checkpoint/behind');
    if (!signed.checkpoint) throw new Refusal('checkpoint/unknown');
    return signed.checkpoint;
  }

  /** Says in the head of a file what was signed last; to ask for a file signs nothing. */
  mark(reply: FastifyReply): void {
    const newest = this.newest();
    if (!newest) return;
    const { origin, size, root } = newest;
    void reply.header(CHECKPOINT_HEADER, `${origin} ${size} ${toBase64(root)}`);
  }

  /** One that tells the entry at `index`. */
  async reaching(index: number): Promise<SignedCheckpoint> {
    const seal = this.sealOf();
    if ((seal.newest?.size ?? 0) <= index) await seal.upToDate();
    const { newest, refused } = seal;
    if (newest && newest.size > index) return newest;
    throw new Refusal(refused ? 'checkpoint/not-signed' : 'checkpoint/behind');
  }

  /** One of a size that was signed. */
  async ofSize(size: number): Promise<SignedCheckpoint> {
    const found = await this.vault.checkpoints.ofSize(this.sealOf().origin, size);
    if (!found) throw new Refusal('checkpoint/unknown');
    return found;
  }

  async list(limit: number, below?: number) {
    const { origin } = this.sealOf();
    const part = { limit, ...(below === undefined ? {} : { below }) };
    const items = await this.vault.checkpoints.list(origin, part);
    const total = await this.vault.checkpoints.count(origin);
    return { items, total };
  }
}

const healthOf = ({ newest, refused, tree }: WorldSeal) => ({
  entries: tree.size,
  signed: newest ? { entries: newest.size, at: new Date(newest.signedAt).toISOString() } : null,
  refused: refused?.why ?? null,
});
