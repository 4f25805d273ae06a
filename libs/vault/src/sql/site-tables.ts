import type { ResponsiblePerson, SitePage } from '../vault.js';
import { one, type SqlDatabase } from './sql-database.js';

interface PageRow {
  readonly text: string;
  readonly changed_at: number;
}

interface ResponsibleRow {
  readonly municipality: string;
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly changed_at: number;
}

/** What operators and teams write about themselves. */
export class SiteTables {
  constructor(private readonly db: SqlDatabase) {}

  async keepPage({ key, lang, text, changedAt }: SitePage): Promise<void> {
    if (text === '') {
      await this.db.run('DELETE FROM pages WHERE key = $1 AND lang = $2', ...[key, lang]);
    } else {
      await this.db.run(
        `INSERT INTO pages (key, lang, text, changed_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (key, lang) DO UPDATE
        SET text = excluded.text, changed_at = excluded.changed_at`,
        ...[key, lang, text, changedAt],
      );
    }
    await this.db.wipe();
  }

  async page(key: string, lang: string): Promise<SitePage | undefined> {
    const row = await one(
      this.db.all<PageRow>(
        'SELECT text, changed_at FROM pages WHERE key = $1 AND lang = $2',
        ...[key, lang],
      ),
    );
    return row && { key, lang, text: row.text, changedAt: row.changed_at };
  }

  async keepResponsible(town: string, person: ResponsiblePerson): Promise<void> {
    const { name, address, email, changedAt } = person;
    await this.db.run(
      `INSERT INTO responsible (municipality, name, address, email, changed_at)
      VALUES ($1, $2, $3, $4, $5) ON CONFLICT (municipality) DO UPDATE SET name = excluded.name,
        address = excluded.address, email = excluded.email, changed_at = excluded.changed_at`,
      ...[town, name, address, email, changedAt],
    );
    await this.db.wipe();
  }

  async responsible(towns: Iterable<string>): Promise<Map<string, ResponsiblePerson>> {
    const rows = await this.db.all<ResponsibleRow>(
      `SELECT * FROM responsible WHERE municipality IN (${this.db.listed})`,
      JSON.stringify([...towns]),
    );
    return new Map(
      rows.map(({ municipality, name, address, email, changed_at }) => [
        municipality,
        { name, address, email, changedAt: changed_at },
      ]),
    );
  }

  async forgetResponsible(town: string): Promise<void> {
    await this.db.run('DELETE FROM responsible WHERE municipality = $1', town);
    await this.db.wipe();
  }
}
