import type { Dismissal, Dismissals } from '../dismissal.js';
import type { SqlDatabase } from './sql-database.js';

interface DismissalRow extends Omit<Dismissal, 'at'> {
  readonly dismissed_at: number;
}

/** Parked streams that were left as they are. */
export class DismissalTable implements Dismissals {
  constructor(private readonly db: SqlDatabase) {}

  async keep({ projection, event, stream, reason, at }: Dismissal): Promise<void> {
    await this.db.run(
      `INSERT INTO dismissals (projection, event, stream, reason, dismissed_at)
      VALUES ($1, $2, $3, $4, $5) ON CONFLICT (projection, event)
      DO UPDATE SET reason = excluded.reason, dismissed_at = excluded.dismissed_at`,
      ...[projection, event, stream, reason, at],
    );
    await this.db.wipe();
  }

  async all(): Promise<Dismissal[]> {
    const rows = await this.db.all<DismissalRow>(
      `SELECT projection, event, stream, reason, dismissed_at FROM dismissals
      ORDER BY projection, event`,
    );
    return rows.map(({ dismissed_at, ...row }) => ({ ...row, at: dismissed_at }));
  }
}
