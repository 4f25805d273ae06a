import { SqlVault } from '../sql/sql-vault.js';
import { PostgresDatabase } from './postgres-database.js';

/** The vault in a database that several nodes share. */
export class PostgresVault extends SqlVault {
  static async open(url: string): Promise<PostgresVault> {
    return new PostgresVault(await PostgresDatabase.open(url));
  }
}
