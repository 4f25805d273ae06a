import type { PoolClient } from 'pg';
import { migrations } from './migrations.js';

/** Brings the tables up to date, one process at a time; those of a newer Klimaspur stay as they are. */
export async function migrate(client: PoolClient): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('vault migrations', 0))");
    await client.query(
      'CREATE TABLE IF NOT EXISTS vault_migrations (number BIGINT PRIMARY KEY, done_at TIMESTAMPTZ NOT NULL)',
    );
    const { rows } = await client.query<{ done: number }>(
      'SELECT coalesce(max(number), 0) AS done FROM vault_migrations',
    );
    for (const [index, statements] of migrations.entries()) {
      const number = index + 1;
      if (number <= rows[0]!.done) continue;
      await client.query(statements);
      await client.query('INSERT INTO vault_migrations VALUES ($1, clock_timestamp())', [number]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
