import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isUuid, streamName } from '@klimaspur/event-store';
import type { Settings } from '@klimaspur/settings';
import { makeTownFile, type TownFile, type TownSources } from '@klimaspur/transfer';
import { Vault } from '@klimaspur/vault';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Refusal } from '../errors/refusal.js';
import { KeptFiles } from '../files/kept-files.js';
import { Worlds } from '../persistence/worlds.js';
import { Checkpoints } from '../proofs/checkpoints.js';
import { SETTINGS } from '../settings.module.js';
import { appVersion } from '../upkeep/app-version.js';

export interface ExportOrder {
  readonly municipality: string;
  /** The public labels of persons go along. */
  readonly labels: boolean;
  /** Under which this server is reached. */
  readonly address: string;
}

/** Everything about one town of the own world in one file, with the proofs that it is unaltered. One at a time. */
@Injectable()
export class TownExport implements OnModuleInit {
  private running = false;
  private readonly staging: string;

  constructor(
    private readonly worlds: Worlds,
    private readonly vault: Vault,
    private readonly files: KeptFiles,
    private readonly checkpoints: Checkpoints,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.staging = join(settings.dataFolder, 'town-file.tmp');
  }

  /** What a killed server left behind holds drafts and names. */
  async onModuleInit(): Promise<void> {
    await rm(this.staging, { recursive: true, force: true });
  }

  async make(order: ExportOrder): Promise<TownFile> {
    const { log, readModels } = this.worlds.own;
    const { municipality } = order;
    const known = isUuid(municipality)
      ? await log.readStream(streamName('municipality', municipality), { limit: 1 })
      : [];
    if (known.length === 0) throw new Refusal('municipality/unknown');
    if (readModels.arrivingBy(municipality).length > 0) throw new Refusal('municipality/arriving');
    if (this.running) throw new Refusal('transfer/running');
    this.running = true;
    try {
      const file = await this.pack(order);
      void file.cleared.then(() => (this.running = false));
      return file;
    } catch (error) {
      this.running = false;
      throw error;
    }
  }

  private async pack({ municipality, labels, address }: ExportOrder): Promise<TownFile> {
    const { log, policies, tree } = this.worlds.own;
    // What is decided has had its effects before the town leaves.
    await policies.catchUp();
    const seal = this.checkpoints.sealOf(this.worlds.own);
    const signed = await seal.upToDate();
    const { newest } = seal;
    if (!newest || signed.kind === 'refused') throw new Refusal('checkpoint/not-signed');
    const sources: TownSources = {
      log,
      checkpoint: newest,
      pathOf: (index) => tree.atOnce((moment) => moment.inclusion(index, newest.size)),
      files: async (hashes) =>
        [...(await this.files.some(hashes)).values()].filter(({ erased }) => !erased),
      bytesOf: (sha256) => this.files.read(sha256),
      ...(labels ? { labelsOf: (persons) => this.vault.labels(persons) } : {}),
    };
    const facts = {
      ...{ app: appVersion(), madeAt: new Date().toISOString(), address, municipality },
      ...{ logId: log.logId, key: seal.key.verifier },
    };
    return makeTownFile(sources, facts, this.staging);
  }
}
