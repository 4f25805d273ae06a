import type { MeetingNote, MeetingNotes } from '../meeting-note.js';
import { one, type SqlDatabase } from './sql-database.js';

interface NoteRow {
  readonly meeting: string;
  readonly municipality: string;
  readonly join_url: string | null;
  readonly text: string | null;
  readonly changed_at: number;
}

const noteOf = (row: NoteRow): MeetingNote => ({
  meeting: row.meeting,
  municipality: row.municipality,
  ...(row.join_url === null ? {} : { joinUrl: row.join_url }),
  ...(row.text === null ? {} : { text: row.text }),
  changedAt: row.changed_at,
});

/** What teams keep of their meetings for themselves. */
export class MeetingNoteTable implements MeetingNotes {
  constructor(private readonly db: SqlDatabase) {}

  async keep({ meeting, municipality, joinUrl, text, changedAt }: MeetingNote): Promise<void> {
    if (joinUrl === undefined && text === undefined) {
      await this.db.run(
        'DELETE FROM meeting_notes WHERE municipality = $1 AND meeting = $2',
        ...[municipality, meeting],
      );
    } else {
      await this.db.run(
        `INSERT INTO meeting_notes (municipality, meeting, join_url, text, changed_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (municipality, meeting) DO UPDATE
        SET join_url = excluded.join_url, text = excluded.text, changed_at = excluded.changed_at`,
        ...[municipality, meeting, joinUrl ?? null, text ?? null, changedAt],
      );
    }
    await this.db.wipe();
  }

  async one(municipality: string, meeting: string): Promise<MeetingNote | undefined> {
    const row = await one(
      this.db.all<NoteRow>(
        'SELECT * FROM meeting_notes WHERE municipality = $1 AND meeting = $2',
        ...[municipality, meeting],
      ),
    );
    return row && noteOf(row);
  }

  async ofTown(municipality: string): Promise<ReadonlyMap<string, MeetingNote>> {
    const rows = await this.db.all<NoteRow>(
      'SELECT * FROM meeting_notes WHERE municipality = $1',
      municipality,
    );
    return new Map(rows.map((row) => [row.meeting, noteOf(row)]));
  }
}
