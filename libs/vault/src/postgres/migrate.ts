import type { QueryResult } from 'pg';
import type { Value } from '../sql/sql-database.js';
import { migrations } from './migrations.js';

export type Query = (text: string, values?: readonly Value[]) => Promise<QueryResult>;

/** Brings the tables up to date, one process at a time; those of a newer Klimaspur stay as they are. */
export async function migrate(query: Query): Promise<void> {
  await query('BEGIN');
  try {
    await query("SELECT pg_advisory_xact_lock(hashtextextended('vault migrations', 0))");
    await query(
      'CREATE TABLE IF NOT EXISTS vault_migrations (number BIGINT PRIMARY KEY, done_at TIMESTAMPTZ NOT NULL)',
    );
    const { rows } = await query('SELECT coalesce(max(number), 0) AS done FROM vault_migrations');
    for (const [index, statements] of migrations.entries()) {
      const number = index + 1;
      if (number <= (rows[0] as { done: number }).done) continue;
      await query(statements);
      await query('INSERT INTO vault_migrations VALUES ($1, clock_timestamp())', [number]);
    }
    await query('COMMIT');
  } catch (error) {
    await query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
