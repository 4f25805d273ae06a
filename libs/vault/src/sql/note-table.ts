import type { MeasureNote, MeasureNotes, NoteChange } from '../measure-note.js';
import { one, type SqlDatabase } from './sql-database.js';

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
  constructor(private readonly db: SqlDatabase) {}

  async keep(note: MeasureNote): Promise<void> {
    await this.db.run(
      `INSERT INTO measure_notes
        (id, municipality, measure, text, written_at, written_by, changed_at, changed_by)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
      note.id,
      note.municipality,
      note.measure,
      note.text,
      note.writtenAt,
      note.writtenBy ?? null,
      note.changedAt ?? null,
      note.changedBy ?? null,
    );
  }

  async one(id: string): Promise<MeasureNote | undefined> {
    const row = await one(this.db.all<NoteRow>('SELECT * FROM measure_notes WHERE id = $1', id));
    return row && noteOf(row);
  }

  async ofMeasure(municipality: string, measure: string): Promise<MeasureNote[]> {
    const rows = await this.db.all<NoteRow>(
      `SELECT * FROM measure_notes WHERE measure = $1 AND municipality = $2
      ORDER BY written_at DESC, id`,
      ...[measure, municipality],
    );
    return rows.map(noteOf);
  }

  async change(id: string, { text, changedAt, changedBy }: NoteChange): Promise<void> {
    await this.db.run(
      'UPDATE measure_notes SET text = $1, changed_at = $2, changed_by = $3 WHERE id = $4',
      ...[text, changedAt, changedBy, id],
    );
    await this.db.wipe();
  }

  async delete(id: string): Promise<void> {
    await this.db.run('DELETE FROM measure_notes WHERE id = $1', id);
    await this.db.wipe();
  }
}
