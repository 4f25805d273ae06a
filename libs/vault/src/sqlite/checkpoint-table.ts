import type { DatabaseSync } from 'node:sqlite';
import type { SignedCheckpoint, SignedCheckpoints } from '../signed-checkpoint.js';
import { atOnce } from './at-once.js';

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
  constructor(private readonly db: DatabaseSync) {}

  async newest(origin: string): Promise<SignedCheckpoint | undefined> {
    return this.below(origin, 1)[0];
  }

  async keep(checkpoint: SignedCheckpoint, after: number): Promise<boolean> {
    const { origin, size, root, note, signedAt } = checkpoint;
    return atOnce(this.db, () => {
      const newest = this.below(origin, 1)[0]?.size ?? 0;
      if (newest !== after || size <= newest) return false;
      this.db
        .prepare('INSERT INTO checkpoints VALUES (?, ?, ?, ?, ?)')
        .run(origin, size, root, note, signedAt);
      return true;
    });
  }

  async ofSize(origin: string, size: number): Promise<SignedCheckpoint | undefined> {
    const row = this.db
      .prepare('SELECT * FROM checkpoints WHERE origin = ? AND size = ?')
      .get(origin, size) as unknown as CheckpointRow | undefined;
    return row && checkpointOf({ ...row });
  }

  async list(
    origin: string,
    { limit, below }: { readonly limit: number; readonly below?: number },
  ): Promise<readonly SignedCheckpoint[]> {
    return this.below(origin, limit, below);
  }

  async count(origin: string): Promise<number> {
    const row = this.db
      .prepare('SELECT count(*) AS n FROM checkpoints WHERE origin = ?')
      .get(origin) as { n: number };
    return row.n;
  }

  private below(
    origin: string,
    limit: number,
    below = Number.MAX_SAFE_INTEGER,
  ): SignedCheckpoint[] {
    const rows = this.db
      .prepare('SELECT * FROM checkpoints WHERE origin = ? AND size < ? ORDER BY size DESC LIMIT ?')
      .all(origin, below, limit) as unknown as CheckpointRow[];
    return rows.map((row) => checkpointOf({ ...row }));
  }
}
