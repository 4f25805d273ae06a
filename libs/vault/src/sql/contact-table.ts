import type { Contact, ContactChange, Contacts } from '../contact.js';
import { one, type SqlDatabase } from './sql-database.js';

interface ContactRow {
  readonly id: string;
  readonly municipality: string;
  readonly actor: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly note: string | null;
  readonly changed_at: number;
}

const contactOf = (row: ContactRow): Contact => ({
  id: row.id,
  municipality: row.municipality,
  actor: row.actor,
  ...(row.name === null ? {} : { name: row.name }),
  ...(row.email === null ? {} : { email: row.email }),
  ...(row.note === null ? {} : { note: row.note }),
  changedAt: row.changed_at,
});

/** Whom teams write to. */
export class ContactTable implements Contacts {
  constructor(private readonly db: SqlDatabase) {}

  async keep({ id, municipality, actor, ...said }: Contact): Promise<void> {
    await this.db.run(
      `INSERT INTO contacts (id, municipality, actor, name, email, note, changed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      ...[id, municipality, actor, ...columns(said)],
    );
  }

  async one(id: string): Promise<Contact | undefined> {
    const row = await one(this.db.all<ContactRow>('SELECT * FROM contacts WHERE id = $1', id));
    return row && contactOf(row);
  }

  async ofTown(municipality: string): Promise<Contact[]> {
    const rows = await this.db.all<ContactRow>(
      `SELECT * FROM contacts WHERE municipality = $1
      ORDER BY actor, lower(coalesce(name, email)), id`,
      municipality,
    );
    return rows.map(contactOf);
  }

  async change(id: string, change: ContactChange): Promise<void> {
    await this.db.run(
      'UPDATE contacts SET name = $1, email = $2, note = $3, changed_at = $4 WHERE id = $5',
      ...[...columns(change), id],
    );
    await this.db.wipe();
  }

  async delete(id: string): Promise<void> {
    await this.db.run('DELETE FROM contacts WHERE id = $1', id);
    await this.db.wipe();
  }
}

const columns = ({ name, email, note, changedAt }: ContactChange) =>
  [name ?? null, email ?? null, note ?? null, changedAt] as const;
