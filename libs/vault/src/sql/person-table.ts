import { type ErasedPerson, PersonErased, type Standing } from '../erased-person.js';
import type { Person } from '../vault.js';
import { personOf, type PersonRow } from './rows.js';
import { lockOfPerson, one, type Sql, type SqlDatabase } from './sql-database.js';

/** All that leads to a person. What they did for others stays, without them. */
const LEADS_TO_THEM = [
  'DELETE FROM persons WHERE id = $1',
  "DELETE FROM secrets WHERE name LIKE '%:' || $1",
  "DELETE FROM renewed_secrets WHERE name LIKE '%:' || $1",
  'DELETE FROM sessions WHERE person = $1',
  'DELETE FROM login_links WHERE person = $1',
  'UPDATE notices SET settled_by = NULL WHERE settled_by = $1',
  'UPDATE measure_notes SET written_by = NULL WHERE written_by = $1',
  'UPDATE measure_notes SET changed_by = NULL WHERE changed_by = $1',
  'DELETE FROM file_uploads WHERE person = $1',
  'UPDATE files SET erased_by = NULL WHERE erased_by = $1',
];

const FENCE =
  'INSERT INTO erased_persons (person, erased_at) VALUES ($1, $2) ON CONFLICT DO NOTHING';

/** Who is here, and who was erased. */
export class PersonTable {
  constructor(private readonly db: SqlDatabase) {}

  async one(id: string, sql: Sql = this.db): Promise<Person | undefined> {
    const row = await one(sql.all<PersonRow>('SELECT * FROM persons WHERE id = $1', id));
    return row && personOf(row);
  }

  async labels(ids: Iterable<string>): Promise<Map<string, string>> {
    const rows = await this.db.all<PersonRow>(
      `SELECT id, label FROM persons WHERE id IN (${this.db.listed})`,
      JSON.stringify([...ids]),
    );
    return new Map(rows.map(({ id, label }) => [id, label]));
  }

  async insert({ id, label, createdAt }: Person, sql: Sql = this.db): Promise<void> {
    await sql.run(
      'INSERT INTO persons (id, label, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      ...[id, label, createdAt],
    );
  }

  async relabel(id: string, label: string): Promise<void> {
    const changed = await this.db.run(
      'UPDATE persons SET label = $1 WHERE id = $2',
      ...[label, id],
    );
    if (changed === 0 && (await this.standing(id)) === 'erased') throw new PersonErased();
    await this.db.wipe();
  }

  async standing(id: string): Promise<Standing> {
    const [found] = await this.db.all<{ standing: Standing }>(
      `SELECT CASE
        WHEN EXISTS (SELECT 1 FROM persons WHERE id = $1) THEN 'here'
        WHEN EXISTS (SELECT 1 FROM erased_persons WHERE person = $1) THEN 'erased'
        WHEN EXISTS (SELECT 1 FROM login_links WHERE person = $1) THEN 'invited'
        ELSE 'unknown' END AS standing`,
      id,
    );
    return found!.standing;
  }

  async erased(): Promise<ErasedPerson[]> {
    return this.db.all(
      'SELECT person, erased_at AS at FROM erased_persons ORDER BY erased_at, person',
    );
  }

  /** The fence first, so that nothing can come in behind what is destroyed. */
  async forget(id: string, at: number): Promise<number> {
    const [fence, destroyed] = await this.db.atOnce(lockOfPerson(id), async (sql) => {
      const raised = await sql.run(FENCE, ...[id, at]);
      let gone = 0;
      for (const statement of LEADS_TO_THEM) gone += await sql.run(statement, id);
      return [raised, gone];
    });
    if (fence + destroyed > 0) await this.db.wipe();
    return destroyed;
  }
}
