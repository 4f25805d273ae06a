import { type Lease, LeaseLost, signingLease } from '../lease.js';
import type { SignedCheckpoint, SignedCheckpoints } from '../signed-checkpoint.js';
import { heldUnder } from './lease-table.js';
import { one, type Sql, type SqlDatabase } from './sql-database.js';

interface CheckpointRow {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
  readonly signed_at: number;
}

const checkpointOf = ({ signed_at, ...row }: CheckpointRow): SignedCheckpoint => ({
  ...row,
  signedAt: signed_at,
});

/** All that was ever signed. */
export class CheckpointTable implements SignedCheckpoints {
  constructor(private readonly db: SqlDatabase) {}

  async newest(origin: string): Promise<SignedCheckpoint | undefined> {
    return (await below(this.db, origin, 1))[0];
  }

  async keep(checkpoint: SignedCheckpoint, after: number, lease: Lease): Promise<boolean> {
    const { origin, size, root, note, signedAt } = checkpoint;
    return this.db.atOnce(`checkpoints ${origin}`, async (sql) => {
      if (lease.name !== signingLease(origin)) throw new LeaseLost(lease);
      await heldUnder(sql, lease);
      const newest = (await below(sql, origin, 1))[0]?.size ?? 0;
      if (newest !== after || size <= newest) return false;
      await sql.run(
        'INSERT INTO checkpoints (origin, size, root, note, signed_at) VALUES ($1, $2, $3, $4, $5)',
        ...[origin, size, root, note, signedAt],
      );
      return true;
    });
  }

  async ofSize(origin: string, size: number): Promise<SignedCheckpoint | undefined> {
    const row = await one(
      this.db.all<CheckpointRow>(
        'SELECT * FROM checkpoints WHERE origin = $1 AND size = $2',
        ...[origin, size],
      ),
    );
    return row && checkpointOf(row);
  }

  async list(
    origin: string,
    part: { readonly limit: number; readonly below?: number },
  ): Promise<readonly SignedCheckpoint[]> {
    return below(this.db, origin, part.limit, part.below);
  }

  async count(origin: string): Promise<number> {
    const [row] = await this.db.all<{ n: number }>(
      'SELECT count(*) AS n FROM checkpoints WHERE origin = $1',
      origin,
    );
    return row!.n;
  }
}

const below = async (
  sql: Sql,
  origin: string,
  limit: number,
  size = Number.MAX_SAFE_INTEGER,
): Promise<SignedCheckpoint[]> => {
  const rows = await sql.all<CheckpointRow>(
    'SELECT * FROM checkpoints WHERE origin = $1 AND size < $2 ORDER BY size DESC LIMIT $3',
    ...[origin, size, limit],
  );
  return rows.map(checkpointOf);
};
