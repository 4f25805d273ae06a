import { resolve } from 'node:path';
import { SqlVault } from '../sql/sql-vault.js';
import { IN_MEMORY, openVaultFile } from './schema.js';
import { SqliteDatabase } from './sqlite-database.js';

/** The vault in one file. Several processes of one machine may share it. */
export class SqliteVault extends SqlVault {
  static open(file: string): SqliteVault {
    const db = openVaultFile(file);
    return new SqliteVault(new SqliteDatabase(db, file === IN_MEMORY ? db : resolve(file)));
  }
}
