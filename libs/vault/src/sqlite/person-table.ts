import type { DatabaseSync } from 'node:sqlite';
import { type ErasedPerson, PersonErased, type Standing } from '../erased-person.js';
import type { Person } from '../vault.js';
import { atOnce } from './at-once.js';
import { fenced } from './fence.js';
import { personOf, type PersonRow } from './rows.js';

/** All that leads to a person. What they did for others stays, without them. */
const LEADS_TO_THEM = [
  'DELETE FROM persons WHERE id = ?',
  "DELETE FROM secrets WHERE name LIKE '%:' || ?",
  "DELETE FROM renewed_secrets WHERE name LIKE '%:' || ?",
  'DELETE FROM sessions WHERE person = ?',
  'DELETE FROM login_links WHERE person = ?',
  'UPDATE notices SET settled_by = NULL WHERE settled_by = ?',
  'UPDATE measure_notes SET written_by = NULL WHERE written_by = ?',
  'UPDATE measure_notes SET changed_by = NULL WHERE changed_by = ?',
  'DELETE FROM file_uploads WHERE person = ?',
  'UPDATE files SET erased_by = NULL WHERE erased_by = ?',
];

/** Who is here, and who was erased. */
export class PersonTable {
  constructor(
    private readonly db: DatabaseSync,
    private readonly emptyLog: () => void,
  ) {}

  one(id: string): Person | undefined {
    const row = this.db.prepare('SELECT * FROM persons WHERE id = ?').get(id);
    return row && personOf(row as unknown as PersonRow);
  }

  labels(ids: Iterable<string>): Map<string, string> {
    const rows = this.db
      .prepare('SELECT id, label FROM persons WHERE id IN (SELECT value FROM json_each(?))')
      .all(JSON.stringify([...ids])) as unknown as PersonRow[];
    return new Map(rows.map(({ id, label }) => [id, label]));
  }

  insert({ id, label, createdAt }: Person): void {
    fenced(() =>
      this.db
        .prepare('INSERT INTO persons VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
        .run(id, label, createdAt),
    );
  }

  relabel(id: string, label: string): void {
    const { changes } = this.db.prepare('UPDATE persons SET label = ? WHERE id = ?').run(label, id);
    if (changes === 0 && this.standing(id) === 'erased') throw new PersonErased();
    this.emptyLog();
  }

  standing(id: string): Standing {
    const found = this.db
      .prepare(
        `SELECT CASE
          WHEN EXISTS (SELECT 1 FROM persons WHERE id = $id) THEN 'here'
          WHEN EXISTS (SELECT 1 FROM erased_persons WHERE person = $id) THEN 'erased'
          WHEN EXISTS (SELECT 1 FROM login_links WHERE person = $id) THEN 'invited'
          ELSE 'unknown' END AS standing`,
      )
      .get({ id });
    return found?.['standing'] as Standing;
  }

  erased(): ErasedPerson[] {
    return this.db
      .prepare('SELECT person, erased_at AS at FROM erased_persons ORDER BY erased_at, person')
      .all() as unknown as ErasedPerson[];
  }

  /** The fence first, so that nothing can come in behind what is destroyed. */
  forget(id: string, at: number): number {
    const [fence, destroyed] = atOnce(this.db, () => [
      this.db.prepare('INSERT OR IGNORE INTO erased_persons VALUES (?, ?)').run(id, at).changes,
      LEADS_TO_THEM.reduce((sum, sql) => sum + Number(this.db.prepare(sql).run(id).changes), 0),
    ]);
    if (Number(fence) + destroyed > 0) this.emptyLog();
    return destroyed;
  }
}
