import type { DatabaseSync } from 'node:sqlite';
import { type Notice, noticeStates, type NoticeState, type Settlement } from '../notice.js';
import { fenced } from './fence.js';

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
  constructor(private readonly db: DatabaseSync) {}

  keep(notice: Notice): void {
    this.db
      .prepare(
        `INSERT INTO notices VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING`,
      )
      .run(
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

  one(id: string, now: number): Notice | undefined {
    const row = this.db
      .prepare('SELECT * FROM notices WHERE id = ? AND expires_at > ?')
      .get(id, now) as unknown as NoticeRow | undefined;
    return row && noticeOf(row);
  }

  ofTown(
    municipality: string,
    state: NoticeState,
    now: number,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): Notice[] {
    const rows = this.db
      .prepare(
        `SELECT * FROM notices WHERE municipality = ? AND state = ? AND expires_at > ?
        ORDER BY received_at DESC, id LIMIT ? OFFSET ?`,
      )
      .all(municipality, state, now, limit, offset) as unknown as NoticeRow[];
    return rows.map(noticeOf);
  }

  counts(municipality: string, now: number): Record<NoticeState, number> {
    const rows = this.db
      .prepare(
        `SELECT state, count(*) AS n FROM notices WHERE municipality = ? AND expires_at > ?
        GROUP BY state`,
      )
      .all(municipality, now) as unknown as { state: NoticeState; n: number }[];
    const none = Object.fromEntries(noticeStates.map((state) => [state, 0]));
    return { ...none, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) } as Record<
      NoticeState,
      number
    >;
  }

  settle(id: string, { state, note, settledAt, settledBy }: Settlement): void {
    fenced(() =>
      this.db
        .prepare(
          'UPDATE notices SET state = ?, note = ?, settled_at = ?, settled_by = ? WHERE id = ?',
        )
        .run(state, note ?? null, settledAt ?? null, settledBy ?? null, id),
    );
  }

  delete(id: string): void {
    this.db.prepare('DELETE FROM notices WHERE id = ?').run(id);
  }

  tidy(now: number): void {
    this.db.prepare('DELETE FROM notices WHERE expires_at <= ?').run(now);
  }
}
