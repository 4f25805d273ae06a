import type { DatabaseSync } from 'node:sqlite';
import type { ResponsiblePerson, SitePage } from '../vault.js';

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
  constructor(private readonly db: DatabaseSync) {}

  keepPage({ key, lang, text, changedAt }: SitePage): void {
    if (text === '') {
      this.db.prepare('DELETE FROM pages WHERE key = ? AND lang = ?').run(key, lang);
    } else {
      this.db.prepare('REPLACE INTO pages VALUES (?, ?, ?, ?)').run(key, lang, text, changedAt);
    }
  }

  page(key: string, lang: string): SitePage | undefined {
    const row = this.db
      .prepare('SELECT text, changed_at FROM pages WHERE key = ? AND lang = ?')
      .get(key, lang) as unknown as PageRow | undefined;
    return row && { key, lang, text: row.text, changedAt: row.changed_at };
  }

  keepResponsible(town: string, { name, address, email, changedAt }: ResponsiblePerson): void {
    this.db
      .prepare('REPLACE INTO responsible VALUES (?, ?, ?, ?, ?)')
      .run(town, name, address, email, changedAt);
  }

  responsible(towns: Iterable<string>): Map<string, ResponsiblePerson> {
    const rows = this.db
      .prepare('SELECT * FROM responsible WHERE municipality IN (SELECT value FROM json_each(?))')
      .all(JSON.stringify([...towns])) as unknown as ResponsibleRow[];
    return new Map(
      rows.map(({ municipality, name, address, email, changed_at }) => [
        municipality,
        { name, address, email, changedAt: changed_at },
      ]),
    );
  }

  forgetResponsible(town: string): void {
    this.db.prepare('DELETE FROM responsible WHERE municipality = ?').run(town);
  }
}
