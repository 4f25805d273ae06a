import { mkdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type DynamicModule,
  Global,
  Inject,
  Logger,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { Upcasting } from '@klimaspur/event-store';
import { raisesOld } from '@klimaspur/read-models';
import type { Settings } from '@klimaspur/settings';
import { openVault, Vault } from '@klimaspur/vault';
import { HealthChecks } from '../health/health-checks.js';
import { eraseAgain } from '../persons/erase-again.js';
import { ErasureList } from '../persons/erasure-list.js';
import { SETTINGS } from '../settings.module.js';
import { ClockWatch } from './clock-watch.js';
import { refuseGoneVault, refuseNewVault } from './missing.js';
import { ReadAfterGuard } from './read-after.guard.js';
import { opened } from './start-trouble.js';
import { Turns } from './turns.js';
import { Worlds } from './worlds.js';

const logger = new Logger('erasures');

/** As much as the write-ahead log may take; below, whoever watches this server is to know. */
const LEAST_ROOM = 64 * 1_048_576;
const UPCASTING = Symbol('upcasting');

/** The one place where ports meet adapters. */
@Global()
@Module({
  providers: [
    { provide: Worlds, inject: [SETTINGS, UPCASTING], useFactory: Worlds.open },
    { provide: ErasureList, inject: [SETTINGS], useFactory: openErasureList },
    // After the log, whose lock says that this is the one process here.
    { provide: Vault, inject: [SETTINGS, ErasureList, Worlds], useFactory: openOurVault },
    Turns,
    { provide: APP_GUARD, useClass: ReadAfterGuard },
  ],
  exports: [Worlds, Vault, ErasureList, Turns],
})
export class PersistenceModule implements OnApplicationBootstrap, OnApplicationShutdown {
  /** `upcasting`: how events of older programs are read. */
  static for(upcasting: Upcasting = raisesOld): DynamicModule {
    return {
      module: PersistenceModule,
      providers: [{ provide: UPCASTING, useValue: upcasting }],
    };
  }

  constructor(
    @Inject(Worlds) private readonly worlds: Worlds,
    private readonly vault: Vault,
    checks: HealthChecks,
    @Inject(SETTINGS) settings: Settings,
  ) {
    const clock = new ClockWatch();
    const log = async () => {
      const { store } = worlds.own;
      if (store.failing) throw store.failing;
      await clock.look(store);
    };
    checks.add('log', log, { shared: true });
    checks.tell('clock', () => ({ behindSeconds: clock.behindSeconds() }));
    checks.add('disk', async () => {
      const { bavail, bsize } = await statfs(settings.dataFolder);
      if (bavail * bsize < LEAST_ROOM) throw new Error('full');
    });
    checks.add('read models', () => {
      for (const { readModels, firstTelling } of worlds.all())
        if (readModels.failing !== null || !firstTelling.isDone) throw new Error('failing');
    });
    checks.add('vault', async () => void (await vault.person('')), { shared: true });
  }

  /** Once the vault is there: whoever was told, and has none, has lost it. */
  async onApplicationBootstrap(): Promise<void> {
    await Promise.all(this.worlds.all().map(({ firstTelling }) => firstTelling.wait()));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worlds.close();
    await this.vault.close();
  }
}

function openErasureList({ dataFolder }: Settings): ErasureList {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  return new ErasureList(join(dataFolder, 'erasures.jsonl'));
}

/** A database elsewhere says what is wrong with it by an error of its own: VaultUnavailable. */
async function openOurVault(
  { vault }: Settings,
  list: ErasureList,
  { own }: Worlds,
): Promise<Vault> {
  if (vault.kind === 'postgres') {
    const elsewhere = await openVault(vault.url);
    await refuseNewVault(elsewhere, own);
    return erasedAgain(elsewhere, list);
  }
  const { file } = vault;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  refuseGoneVault(file, own);
  return opened(file, async () => erasedAgain(await openVault(`sqlite:${file}`), list), 'vault');
}

/** Before anybody can ask for their names. */
async function erasedAgain(vault: Vault, list: ErasureList): Promise<Vault> {
  const back = await eraseAgain(vault, list);
  if (back > 0) logger.warn(`${back} persons were erased again: the vault still had them`);
  return vault;
}
