import type { DatabaseSync } from 'node:sqlite';
import type { MeetingNote, MeetingNotes } from '../meeting-note.js';

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
  constructor(
    private readonly db: DatabaseSync,
    private readonly emptyLog: () => void,
  ) {}

  async keep({ meeting, municipality, joinUrl, text, changedAt }: MeetingNote): Promise<void> {
    if (joinUrl === undefined && text === undefined) {
      this.db
        .prepare('DELETE FROM meeting_notes WHERE municipality = ? AND meeting = ?')
        .run(municipality, meeting);
    } else {
      this.db
        .prepare('INSERT OR REPLACE INTO meeting_notes VALUES (?, ?, ?, ?, ?)')
        .run(municipality, meeting, joinUrl ?? null, text ?? null, changedAt);
    }
    this.emptyLog();
  }

  async one(municipality: string, meeting: string): Promise<MeetingNote | undefined> {
    const row = this.db
      .prepare('SELECT * FROM meeting_notes WHERE municipality = ? AND meeting = ?')
      .get(municipality, meeting) as unknown as NoteRow | undefined;
    return row && noteOf(row);
  }

  async ofTown(municipality: string): Promise<ReadonlyMap<string, MeetingNote>> {
    const rows = this.db
      .prepare('SELECT * FROM meeting_notes WHERE municipality = ?')
      .all(municipality) as unknown as NoteRow[];
    return new Map(rows.map((row) => [row.meeting, noteOf(row)]));
  }
}
