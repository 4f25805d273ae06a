import { type Notice, noticeStates, type NoticeState, type Settlement } from '../notice.js';
import { one, type SqlDatabase } from './sql-database.js';

interface NoticeRow {
  readonly id: string;
  readonly municipality: string;
  readonly measure: string;
  readonly entry: string | null;
  readonly text: string;
  readonly source: string | null;
  readonly email: string | null;
  readonly received_at: number;
  readonly expires_at: number;
  readonly state: NoticeState;
  readonly note: string | null;
  readonly settled_at: number | null;
  readonly settled_by: string | null;
}

const noticeOf = (row: NoticeRow): Notice => ({
  id: row.id,
  municipality: row.municipality,
  measure: row.measure,
  ...(row.entry === null ? {} : { entry: row.entry }),
  text: row.text,
  ...(row.source === null ? {} : { source: row.source }),
  ...(row.email === null ? {} : { email: row.email }),
  receivedAt: row.received_at,
  expiresAt: row.expires_at,
  state: row.state,
  ...(row.note === null ? {} : { note: row.note }),
  ...(row.settled_at === null ? {} : { settledAt: row.settled_at }),
  ...(row.settled_by === null ? {} : { settledBy: row.settled_by }),
});

/** What strangers told the groups. */
export class NoticeTable {
  constructor(private readonly db: SqlDatabase) {}

  async keep(notice: Notice): Promise<void> {
    await this.db.run(
      `INSERT INTO notices (id, municipality, measure, entry, text, source, email, received_at,
        expires_at, state, note, settled_at, settled_by)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING`,
      notice.id,
      notice.municipality,
      notice.measure,
      notice.entry ?? null,
      notice.text,
      notice.source ?? null,
      notice.email ?? null,
      notice.receivedAt,
      notice.expiresAt,
      notice.state,
      notice.note ?? null,
      notice.settledAt ?? null,
      notice.settledBy ?? null,
    );
  }

  async one(id: string, now: number): Promise<Notice | undefined> {
    const row = await one(
      this.db.all<NoticeRow>(
        'SELECT * FROM notices WHERE id = $1 AND expires_at > $2',
        ...[id, now],
      ),
    );
    return row && noticeOf(row);
  }

  async ofTown(
    municipality: string,
    state: NoticeState,
    now: number,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): Promise<Notice[]> {
    const rows = await this.db.all<NoticeRow>(
      `SELECT * FROM notices WHERE municipality = $1 AND state = $2 AND expires_at > $3
      ORDER BY received_at DESC, id LIMIT $4 OFFSET $5`,
      ...[municipality, state, now, limit, offset],
    );
    return rows.map(noticeOf);
  }

  async counts(municipality: string, now: number): Promise<Record<NoticeState, number>> {
    const rows = await this.db.all<{ state: NoticeState; n: number }>(
      `SELECT state, count(*) AS n FROM notices WHERE municipality = $1 AND expires_at > $2
      GROUP BY state`,
      ...[municipality, now],
    );
    const none = Object.fromEntries(noticeStates.map((state) => [state, 0]));
    return { ...none, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) } as Record<
      NoticeState,
      number
    >;
  }

  async settle(id: string, { state, note, settledAt, settledBy }: Settlement): Promise<void> {
    await this.db.run(
      'UPDATE notices SET state = $1, note = $2, settled_at = $3, settled_by = $4 WHERE id = $5',
      ...[state, note ?? null, settledAt ?? null, settledBy ?? null, id],
    );
  }

  async delete(id: string): Promise<void> {
    await this.db.run('DELETE FROM notices WHERE id = $1', id);
    await this.db.wipe();
  }

  async tidy(now: number): Promise<void> {
    await this.db.run('DELETE FROM notices WHERE expires_at <= $1', now);
  }
}
