import { SqlVault } from '../sql/sql-vault.js';
import { SqliteDatabase } from './sqlite-database.js';

/** The vault in one file. Several processes of one machine may share it. */
export class SqliteVault extends SqlVault {
  static open(file: string): SqliteVault {
    return new SqliteVault(SqliteDatabase.open(file));
  }
}
