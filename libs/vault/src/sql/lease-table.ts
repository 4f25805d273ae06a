import { type Lease, LeaseLost, type Leases } from '../lease.js';
import type { Sql, SqlDatabase } from './sql-database.js';

interface LeaseRow {
  readonly fence: number;
  readonly taken_at: number;
  readonly until: number;
  readonly now: number;
}

const HELD = 'name = $1 AND holder = $2 AND fence = $3';

/** Who has which lease. A row is never deleted, so that numbers only grow. */
export class LeaseTable implements Leases {
  constructor(private readonly db: SqlDatabase) {}

  take(name: string, holder: string, forMs: number): Promise<Lease | undefined> {
    return this.db.atOnce(`lease ${name}`, async (sql) => {
      const [row] = await sql.all<LeaseRow>(
        `SELECT fence, taken_at, until, ${sql.clock} AS now FROM leases WHERE name = $1`,
        name,
      );
      if (!row) return begin(sql, { name, holder, fence: 1 }, forMs);
      // Since the clock was set back, nobody can tell how long it has been held.
      if (row.now < row.taken_at) await startAnew(sql, name, row.until - row.taken_at);
      if (row.now < row.until) return undefined;
      return goOn(sql, { name, holder, fence: row.fence + 1 }, forMs);
    });
  }

  async renew({ name, holder, fence }: Lease, forMs: number): Promise<boolean> {
    const held = await this.db.run(
      `UPDATE leases SET taken_at = ${this.db.clock}, until = ${this.db.clock} + $4
      WHERE ${HELD} AND until > ${this.db.clock}`,
      ...[name, holder, fence, forMs],
    );
    return held > 0;
  }

  async giveBack({ name, holder, fence }: Lease): Promise<void> {
    await this.db.run(
      `UPDATE leases SET taken_at = 0, until = 0 WHERE ${HELD}`,
      ...[name, holder, fence],
    );
  }
}

/** In what is done at once: whoever takes the lease waits until it is done. Throws LeaseLost. */
export async function heldUnder(sql: Sql, lease: Lease): Promise<void> {
  const held = await sql.run(
    `UPDATE leases SET fence = fence WHERE ${HELD} AND until > ${sql.clock}`,
    ...[lease.name, lease.holder, lease.fence],
  );
  if (held === 0) throw new LeaseLost(lease);
}

const begin = async (sql: Sql, lease: Lease, forMs: number): Promise<Lease> => {
  await sql.run(
    `INSERT INTO leases (name, holder, fence, taken_at, until)
    VALUES ($1, $2, $3, ${sql.clock}, ${sql.clock} + $4)`,
    ...[lease.name, lease.holder, lease.fence, forMs],
  );
  return lease;
};

const goOn = async (sql: Sql, lease: Lease, forMs: number): Promise<Lease> => {
  await sql.run(
    `UPDATE leases SET holder = $2, fence = $3, taken_at = ${sql.clock}, until = ${sql.clock} + $4
    WHERE name = $1`,
    ...[lease.name, lease.holder, lease.fence, forMs],
  );
  return lease;
};

const startAnew = (sql: Sql, name: string, forMs: number): Promise<number> =>
  sql.run(
    `UPDATE leases SET taken_at = ${sql.clock}, until = ${sql.clock} + $2 WHERE name = $1`,
    ...[name, forMs],
  );
