import type { SqlDatabase } from './sql/sql-database.js';
import { SqlVault } from './sql/sql-vault.js';
import { SqliteDatabase } from './sqlite/sqlite-database.js';
import type { Vault } from './vault.js';

const SQLITE = 'sqlite:';

/** Opens the vault that a URL names: `sqlite:FILE` or `postgres://…`. Throws VaultUnavailable where nobody answers. */
export const openVault = async (url: string): Promise<Vault> =>
  new SqlVault(await openDatabase(url));

export async function openDatabase(url: string): Promise<SqlDatabase> {
  if (/^postgres(ql)?:\/\//.test(url)) {
    const { PostgresDatabase } = await import('./postgres/postgres-database.js');
    return PostgresDatabase.open(url);
  }
  if (url.startsWith(SQLITE)) return SqliteDatabase.open(url.slice(SQLITE.length));
  throw new Error('A vault is opened by sqlite:FILE or postgres://…');
}
