import pg from 'pg';
import type { Sql, SqlDatabase, Value } from '../sql/sql-database.js';
import { Collided, toldByPostgres } from './database-error.js';
import { migrate, type Query } from './migrate.js';
import { PublicVersion } from './public-version.js';

const INT8 = 20;
const TRIES = 5;

/** Nobody waits for ever: not for a connection, not for a lock, not for an answer. */
const BOUNDS: pg.PoolConfig = {
  max: 10,
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 30_000,
  statement_timeout: 10_000,
  lock_timeout: 8_000,
  idle_in_transaction_session_timeout: 15_000,
  query_timeout: 15_000,
  keepAlive: true,
  application_name: 'klimaspur',
  // Instants and counts, far below where numbers get inexact.
  types: {
    getTypeParser: (oid, format) =>
      oid === INT8 ? Number : (pg.types.getTypeParser(oid, format) as (value: string) => unknown),
  },
};

/** A database that several nodes share. A connection that breaks fails what is under way; the next call makes another. */
export class PostgresDatabase implements SqlDatabase {
  readonly listed: string;
  readonly clock: string;
  private readonly sql: Sql;
  private readonly version: PublicVersion;

  private constructor(private readonly pool: pg.Pool) {
    this.sql = statementsOf((text, values = []) => toldWell(() => pool.query(text, [...values])));
    this.listed = this.sql.listed;
    this.clock = this.sql.clock;
    this.version = new PublicVersion(async () => {
      const [row] = await this.all<{ version: number }>('SELECT version FROM public_version');
      return row!.version;
    });
  }

  static async open(url: string): Promise<PostgresDatabase> {
    const pool = new pg.Pool({ connectionString: url, ...BOUNDS });
    // Without a listener a connection that breaks would end the process.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    const database = new PostgresDatabase(pool);
    try {
      await database.withClient(migrate);
      await database.version.look();
    } catch (error) {
      await pool.end();
      throw error;
    }
    database.version.watch();
    return database;
  }

  all<Row>(statement: string, ...values: readonly Value[]): Promise<Row[]> {
    return this.sql.all<Row>(statement, ...values);
  }

  async run(statement: string, ...values: readonly Value[]): Promise<number> {
    const changed = await again(() => this.sql.run(statement, ...values));
    await this.version.lookOrDoubt();
    return changed;
  }

  async atOnce<T>(lock: string, work: (sql: Sql) => Promise<T>): Promise<T> {
    const result = await again(() =>
      this.withClient((query) =>
        transaction(query, 'BEGIN', async (sql) => {
          await query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [lock]);
          return work(sql);
        }),
      ),
    );
    await this.version.lookOrDoubt();
    return result;
  }

  /** Without the triggers, which would lock every person by name; what pages show is counted once. */
  fill<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.withClient((query) =>
      transaction(query, 'BEGIN', async (sql) => {
        await query("SELECT set_config('klimaspur.filling', 'yes', true)");
        const result = await work(sql);
        await query('UPDATE public_version SET version = version + 1');
        return result;
      }),
    );
  }

  snapshot<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const begin = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
    return this.withClient((query) => transaction(query, begin, work));
  }

  /** Nothing to do: what is deleted is overwritten when PostgreSQL tidies up (autovacuum). */
  async wipe(): Promise<void> {}

  publicVersion(): string {
    return this.version.current;
  }

  async close(): Promise<void> {
    this.version.stop();
    if (!this.pool.ending) await this.pool.end();
  }

  /** A connection on which something went wrong is not used again. */
  private async withClient<T>(work: (query: Query) => Promise<T>): Promise<T> {
    const client = await toldWell(() => this.pool.connect());
    let isWell = false;
    try {
      const result = await work((text, values = []) =>
        toldWell(() => client.query(text, [...values])),
      );
      isWell = true;
      return result;
    } finally {
      client.release(!isWell);
    }
  }
}

async function transaction<T>(
  query: Query,
  begin: string,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  await query(begin);
  try {
    const result = await work(statementsOf(query));
    await query('COMMIT');
    return result;
  } catch (error) {
    await query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

const statementsOf = (query: Query): Sql => ({
  listed: 'SELECT jsonb_array_elements_text($1::jsonb)',
  clock: '(extract(epoch FROM clock_timestamp()) * 1000)::bigint',
  all: async <Row>(statement: string, ...values: readonly Value[]) =>
    (await query(statement, values)).rows as Row[],
  run: async (statement, ...values) => (await query(statement, values)).rowCount ?? 0,
});

const toldWell = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw toldByPostgres(error);
  }
};

/** Nothing of it has happened. */
const again = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries >= TRIES || !(error instanceof Collided)) throw error;
    }
  }
};
