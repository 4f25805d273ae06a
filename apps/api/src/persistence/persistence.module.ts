import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { Settings } from '@klimaspur/settings';
import { SqliteVault, Vault } from '@klimaspur/vault';
import { HealthChecks } from '../health/health-checks.js';
import { SETTINGS } from '../settings.module.js';
import { ReadAfterGuard } from './read-after.guard.js';
import { Worlds } from './worlds.js';

/** The one place where ports meet adapters. */
@Global()
@Module({
  providers: [
    { provide: Worlds, inject: [SETTINGS], useFactory: Worlds.open },
    { provide: Vault, inject: [SETTINGS], useFactory: openVault },
    { provide: APP_GUARD, useClass: ReadAfterGuard },
  ],
  exports: [Worlds, Vault],
})
export class PersistenceModule implements OnApplicationShutdown {
  constructor(
    @Inject(Worlds) private readonly worlds: Worlds,
    private readonly vault: Vault,
    checks: HealthChecks,
  ) {
    checks.add('log', async () => void (await worlds.own.store.lastPosition()));
    checks.add('read models', () => {
      if (worlds.all().some(({ readModels }) => readModels.failing !== null))
        throw new Error('failing');
    });
    checks.add('vault', async () => void (await vault.person('')));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worlds.close();
    await this.vault.close();
  }
}

function openVault({ vault }: Settings): Vault {
  if (vault.kind !== 'sqlite')
    throw new Error('KLIMASPUR_VAULT: only sqlite: is supported so far.');
  mkdirSync(dirname(vault.file), { recursive: true, mode: 0o700 });
  return SqliteVault.open(vault.file);
}
