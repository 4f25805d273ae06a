import { PostgresVault } from './postgres/postgres-vault.js';
import { SqliteVault } from './sqlite/sqlite-vault.js';
import type { Vault } from './vault.js';

const SQLITE = 'sqlite:';

/** Opens the vault that a URL names: `sqlite:FILE` or `postgres://…`. Throws VaultUnavailable where nobody answers. */
export async function openVault(url: string): Promise<Vault> {
  if (/^postgres(ql)?:\/\//.test(url)) return PostgresVault.open(url);
  if (url.startsWith(SQLITE)) return SqliteVault.open(url.slice(SQLITE.length));
  throw new Error('A vault is opened by sqlite:FILE or postgres://…');
}
