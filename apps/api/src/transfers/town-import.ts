import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isPublished, type Past } from '@klimaspur/domain';
import { FileStore, sniff } from '@klimaspur/files';
import type { Settings } from '@klimaspur/settings';
import {
  alreadyHere,
  checkEvents,
  filePart,
  labelsIn,
  openTownFile,
  type OpenTownFile,
  sourceStream,
  takeIn,
  TransferRefused,
} from '@klimaspur/transfer';
import { Vault } from '@klimaspur/vault';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { PublishGaps, refuseIssues } from '../commands/publish-gaps.js';
import { Refusal } from '../errors/refusal.js';
import { KeptFiles } from '../files/kept-files.js';
import { Worlds } from '../persistence/worlds.js';
import { SETTINGS } from '../settings.module.js';
import type { TakenTown } from './town-files.dto.js';

export interface ImportOrder {
  readonly person: string;
  /** By which the other log is signed, as the operator knows from elsewhere. */
  readonly key?: string | undefined;
  readonly dryRun: boolean;
}

/** Takes a town over from the file of another server. One at a time; refused before anything is written. */
@Injectable()
export class TownImport implements OnModuleInit {
  private running = false;
  private readonly staging: string;

  constructor(
    private readonly worlds: Worlds,
    private readonly vault: Vault,
    private readonly files: KeptFiles,
    private readonly gaps: PublishGaps,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.staging = join(settings.dataFolder, 'town-import.tmp');
  }

  /** What a killed server left behind holds drafts and names. */
  async onModuleInit(): Promise<void> {
    await rm(this.staging, { recursive: true, force: true });
  }

  async take(body: Readable, order: ImportOrder): Promise<TakenTown> {
    if (this.running) throw new Refusal('transfer/running');
    this.running = true;
    try {
      await rm(this.staging, { recursive: true, force: true });
      await mkdir(this.staging, { recursive: true, mode: 0o700 });
      const tar = join(this.staging, 'town.tar');
      await pipeline(body, createWriteStream(tar, { mode: 0o600 }));
      const file = await openTownFile(tar, join(this.staging, 'parts'), order.key);
      return await this.takeChecked(file, order);
    } catch (error) {
      if (!(error instanceof TransferRefused)) throw error;
      throw new Refusal(error.code, { params: error.params });
    } finally {
      await rm(this.staging, { recursive: true, force: true });
      this.running = false;
    }
  }

  private async takeChecked(file: OpenTownFile, { person, dryRun }: ImportOrder) {
    const { log } = this.worlds.own;
    const now = new Date().toISOString();
    const town = await checkEvents(file, Date.parse(now));
    await checkFiles(file);
    this.refuseUnfinished(file);
    const here = await alreadyHere(log, file);
    const missing = here < file.manifest.events ? await this.gapsFor(file, town) : [];
    const report = { ...factsOf(file, town), here, missing, done: !dryRun };
    if (dryRun) return { ...report, written: 0 };
    await this.keepFiles(file, person);
    for (const [id, label] of await labelsIn(file)) {
      // A label does not bring anybody back.
      if ((await this.vault.standing(id)) === 'erased') continue;
      await this.vault.keepPerson({ id, label, createdAt: Date.parse(now) });
    }
    const { events } = await takeIn(log, file, { person, now }, () => this.shown());
    await this.worlds.own.policies.catchUp();
    await this.worlds.look();
    await this.shown();
    return { ...report, written: events };
  }

  /** A town that comes published is so here at once: what no public page may be without must be there before. */
  private async gapsFor({ manifest }: OpenTownFile, town: readonly Past[]): Promise<string[]> {
    if (!isPublished(town)) return [];
    const gaps = await this.gaps.of(manifest.municipality, town);
    const ofTown = new Set(['responsible', 'observers']);
    refuseIssues(gaps.filter(({ path }) => !ofTown.has(path)));
    return gaps.map(({ path }) => path);
  }

  private refuseUnfinished(file: OpenTownFile): void {
    const { municipality } = file.manifest;
    const others = this.worlds.own.readModels
      .arrivingBy(municipality)
      .filter((source) => source !== sourceStream(file));
    if (others.length > 0) throw new Refusal('transfer/unfinished');
  }

  /** Until everybody is shown what is in the log, and commands are refused by it. */
  private async shown(): Promise<void> {
    const { log, readModels } = this.worlds.own;
    const position = await log.lastPosition();
    if (position !== null && !(await readModels.waitUntil(position, PATIENCE_MS))) {
      throw new Refusal('views/behind');
    }
  }

  private async keepFiles({ folder, manifest }: OpenTownFile, person: string): Promise<void> {
    const { municipality, files } = manifest;
    for (const { sha256, mediaType } of files) {
      const bytes = await readFile(join(folder, filePart(sha256)));
      await this.files.takeOver({ sha256, mediaType, bytes }, { person, municipality });
    }
  }
}

const PATIENCE_MS = 120_000;

/** A document lies under the hash of its bytes, and is what it says. */
async function checkFiles({ folder, manifest }: OpenTownFile): Promise<void> {
  for (const { sha256, mediaType } of manifest.files) {
    const bytes = await readFile(join(folder, filePart(sha256)));
    if (FileStore.hashOf(bytes) === sha256 && sniff(bytes) === mediaType) continue;
    throw new TransferRefused('transfer/damaged', { what: filePart(sha256) });
  }
}

const factsOf = ({ manifest, size, root, keyKnown }: OpenTownFile, town: readonly Past[]) => {
  const { municipality, address, logId, key, events, streams, files } = manifest;
  const { name = '' } = (town[0]?.data['text'] ?? {}) as { readonly name?: string };
  return {
    ...{ municipality, name, address, log: logId, size, root: Buffer.from(root).toString('hex') },
    ...{ key, keyKnown, events, streams, files: files.length },
  };
};
