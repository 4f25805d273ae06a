import type { DatabaseSync } from 'node:sqlite';
import type { Contact, ContactChange, Contacts } from '../contact.js';

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
  constructor(
    private readonly db: DatabaseSync,
    private readonly emptyLog: () => void,
  ) {}

  async keep({ id, municipality, actor, ...said }: Contact): Promise<void> {
    this.db
      .prepare('INSERT INTO contacts VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
      .run(id, municipality, actor, ...columns(said));
  }

  async one(id: string): Promise<Contact | undefined> {
    const row = this.db.prepare('SELECT * FROM contacts WHERE id = ?').get(id) as unknown as
      ContactRow | undefined;
    return row && contactOf(row);
  }

  async ofTown(municipality: string): Promise<Contact[]> {
    const rows = this.db
      .prepare(
        `SELECT * FROM contacts WHERE municipality = ?
        ORDER BY actor, coalesce(name, email) COLLATE NOCASE, id`,
      )
      .all(municipality) as unknown as ContactRow[];
    return rows.map(contactOf);
  }

  async change(id: string, change: ContactChange): Promise<void> {
    this.db
      .prepare('UPDATE contacts SET name = ?, email = ?, note = ?, changed_at = ? WHERE id = ?')
      .run(...columns(change), id);
    this.emptyLog();
  }

  async delete(id: string): Promise<void> {
    this.db.prepare('DELETE FROM contacts WHERE id = ?').run(id);
    this.emptyLog();
  }
}

const columns = ({ name, email, note, changedAt }: ContactChange) =>
  [name ?? null, email ?? null, note ?? null, changedAt] as const;
