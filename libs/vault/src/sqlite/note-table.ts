import type { DatabaseSync } from 'node:sqlite';
import type { MeasureNote, MeasureNotes, NoteChange } from '../measure-note.js';
import { fenced } from './fence.js';

interface NoteRow {
  readonly id: string;
  readonly municipality: string;
  readonly measure: string;
  readonly text: string;
  readonly written_at: number;
  readonly written_by: string | null;
  readonly changed_at: number | null;
  readonly changed_by: string | null;
}

const noteOf = (row: NoteRow): MeasureNote => ({
  id: row.id,
  municipality: row.municipality,
  measure: row.measure,
  text: row.text,
  writtenAt: row.written_at,
  ...(row.written_by === null ? {} : { writtenBy: row.written_by }),
  ...(row.changed_at === null ? {} : { changedAt: row.changed_at }),
  ...(row.changed_by === null ? {} : { changedBy: row.changed_by }),
});

/** What teams write for themselves about their measures. */
export class NoteTable implements MeasureNotes {
  constructor(
    private readonly db: DatabaseSync,
    private readonly emptyLog: () => void,
  ) {}

  async keep(note: MeasureNote): Promise<void> {
    fenced(() =>
      this.db
        .prepare('INSERT INTO measure_notes VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
        .run(
          note.id,
          note.municipality,
          note.measure,
          note.text,
          note.writtenAt,
          note.writtenBy ?? null,
          note.changedAt ?? null,
          note.changedBy ?? null,
        ),
    );
  }

  async one(id: string): Promise<MeasureNote | undefined> {
    const row = this.db.prepare('SELECT * FROM measure_notes WHERE id = ?').get(id) as unknown as
      NoteRow | undefined;
    return row && noteOf(row);
  }

  async ofMeasure(municipality: string, measure: string): Promise<MeasureNote[]> {
    const rows = this.db
      .prepare(
        `SELECT * FROM measure_notes WHERE measure = ? AND municipality = ?
        ORDER BY written_at DESC, id`,
      )
      .all(measure, municipality) as unknown as NoteRow[];
    return rows.map(noteOf);
  }

  async change(id: string, { text, changedAt, changedBy }: NoteChange): Promise<void> {
    fenced(() =>
      this.db
        .prepare('UPDATE measure_notes SET text = ?, changed_at = ?, changed_by = ? WHERE id = ?')
        .run(text, changedAt, changedBy, id),
    );
    this.emptyLog();
  }

  async delete(id: string): Promise<void> {
    this.db.prepare('DELETE FROM measure_notes WHERE id = ?').run(id);
    this.emptyLog();
  }
}
