import { randomBytes } from 'node:crypto';
import type { ErasedPerson, Standing } from '../erased-person.js';
import type { Notice, NoticeState, Settlement } from '../notice.js';
import type { Mention, PersonRecord } from '../person-record.js';
import { fingerprint } from '../token.js';
import {
  type LoginLink,
  type NewLoginLink,
  type Person,
  type Redeemed,
  type ResponsiblePerson,
  type Session,
  type SitePage,
  Vault,
} from '../vault.js';
import { CheckpointTable } from './checkpoint-table.js';
import { ContactTable } from './contact-table.js';
import { DismissalTable } from './dismissal-table.js';
import { FileTable } from './file-table.js';
import { LeaseTable } from './lease-table.js';
import { MeetingNoteTable } from './meeting-note-table.js';
import { NoteTable } from './note-table.js';
import { NoticeTable } from './notice-table.js';
import { mentionsOf, recordOf } from './person-record-query.js';
import { PersonTable } from './person-table.js';
import { linkOf, type LinkRow, type SessionRow } from './rows.js';
import { SiteTables } from './site-tables.js';
import { lockOfPerson, one, type SqlDatabase } from './sql-database.js';

const SECRET_BYTES = 32;

/** The vault in tables, whichever database holds them. */
export class SqlVault extends Vault {
  readonly measureNotes: NoteTable;
  readonly files: FileTable;
  readonly contacts: ContactTable;
  readonly meetingNotes: MeetingNoteTable;
  readonly checkpoints: CheckpointTable;
  readonly leases: LeaseTable;
  readonly dismissals: DismissalTable;
  private readonly people: PersonTable;
  private readonly site: SiteTables;
  private readonly told: NoticeTable;

  constructor(private readonly db: SqlDatabase) {
    super();
    this.people = new PersonTable(db);
    this.site = new SiteTables(db);
    this.told = new NoticeTable(db);
    this.measureNotes = new NoteTable(db);
    this.files = new FileTable(db);
    this.contacts = new ContactTable(db);
    this.meetingNotes = new MeetingNoteTable(db);
    this.checkpoints = new CheckpointTable(db);
    this.leases = new LeaseTable(db);
    this.dismissals = new DismissalTable(db);
  }

  async keepPerson(person: Person): Promise<Person> {
    await this.people.insert(person);
    return (await this.people.one(person.id)) ?? person;
  }

  async person(id: string): Promise<Person | undefined> {
    return this.people.one(id);
  }

  async standing(id: string): Promise<Standing> {
    return this.people.standing(id);
  }

  async labels(ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    return this.people.labels(ids);
  }

  async relabel(id: string, label: string): Promise<void> {
    await this.people.relabel(id, label);
  }

  async forget(id: string, at: number): Promise<number> {
    return this.people.forget(id, at);
  }

  async erased(): Promise<readonly ErasedPerson[]> {
    return this.people.erased();
  }

  async recordOf(id: string): Promise<PersonRecord | undefined> {
    const person = await this.people.one(id);
    return person && recordOf(this.db, person);
  }

  async mentions(text: string): Promise<readonly Mention[]> {
    return mentionsOf(this.db, text);
  }

  async keepLoginLink(token: string, link: NewLoginLink): Promise<void> {
    const { id, role, municipality, person, madeBy, expiresAt } = link;
    await this.db.run(
      `INSERT INTO login_links (hash, id, role, municipality, person, made_by, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      ...[fingerprint(token), id, role, municipality ?? null, person, madeBy, expiresAt],
    );
  }

  async loginLink(token: string): Promise<LoginLink | undefined> {
    const row = await one(
      this.db.all<LinkRow>('SELECT * FROM login_links WHERE hash = $1', fingerprint(token)),
    );
    return row && linkOf(row);
  }

  async redeem(token: string, label: string | undefined, now: number): Promise<Redeemed> {
    const link = await this.loginLink(token);
    if (!link) return { refused: 'unknown' };
    if (link.usedAt !== undefined) return { refused: 'used' };
    if (link.expiresAt <= now) return { refused: 'expired' };
    return this.db.atOnce(lockOfPerson(link.person), async (sql) => {
      const known = await this.people.one(link.person, sql);
      if (!known && label === undefined) return { refused: 'label-missing' };
      const used = await sql.run(
        'UPDATE login_links SET used_at = $1 WHERE hash = $2 AND used_at IS NULL',
        ...[now, fingerprint(token)],
      );
      // Somebody was quicker, or it has just been taken away.
      if (used === 0) return { refused: 'used' };
      const person = known ?? { id: link.person, label: label!, createdAt: now };
      await this.people.insert(person, sql);
      return { person };
    });
  }

  async openLoginLinks(municipality: string, now: number): Promise<readonly LoginLink[]> {
    const rows = await this.db.all<LinkRow>(
      `SELECT * FROM login_links WHERE municipality = $1 AND used_at IS NULL AND expires_at > $2
      ORDER BY expires_at DESC, id`,
      ...[municipality, now],
    );
    return rows.map(linkOf);
  }

  async removeLoginLink(id: string): Promise<void> {
    await this.db.run('DELETE FROM login_links WHERE id = $1', id);
  }

  async openSession(token: string, { person, expiresAt }: Session): Promise<void> {
    await this.db.run(
      'INSERT INTO sessions (hash, person, expires_at) VALUES ($1, $2, $3)',
      ...[fingerprint(token), person, expiresAt],
    );
  }

  async session(token: string, now: number): Promise<Session | undefined> {
    const row = await one(
      this.db.all<SessionRow>(
        'SELECT person, expires_at FROM sessions WHERE hash = $1 AND expires_at > $2',
        ...[fingerprint(token), now],
      ),
    );
    return row && { person: row.person, expiresAt: row.expires_at };
  }

  async closeSession(token: string): Promise<void> {
    await this.db.run('DELETE FROM sessions WHERE hash = $1', fingerprint(token));
  }

  async closeSessionsOf(person: string): Promise<void> {
    await this.db.run('DELETE FROM sessions WHERE person = $1', person);
  }

  async keepPage(page: SitePage): Promise<void> {
    await this.site.keepPage(page);
  }

  async page(key: string, lang: string): Promise<SitePage | undefined> {
    return this.site.page(key, lang);
  }

  async keepResponsible(municipality: string, person: ResponsiblePerson): Promise<void> {
    await this.site.keepResponsible(municipality, person);
  }

  async responsible(
    municipalities: Iterable<string>,
  ): Promise<ReadonlyMap<string, ResponsiblePerson>> {
    return this.site.responsible(municipalities);
  }

  async forgetResponsible(municipality: string): Promise<void> {
    await this.site.forgetResponsible(municipality);
  }

  async keepNotice(notice: Notice): Promise<void> {
    await this.told.keep(notice);
  }

  async notice(id: string, now: number): Promise<Notice | undefined> {
    return this.told.one(id, now);
  }

  async notices(
    municipality: string,
    state: NoticeState,
    now: number,
    part: { readonly limit: number; readonly offset: number },
  ): Promise<readonly Notice[]> {
    return this.told.ofTown(municipality, state, now, part);
  }

  async noticeCounts(
    municipality: string,
    now: number,
  ): Promise<Readonly<Record<NoticeState, number>>> {
    return this.told.counts(municipality, now);
  }

  async settleNotice(id: string, settlement: Settlement): Promise<void> {
    await this.told.settle(id, settlement);
  }

  async deleteNotice(id: string): Promise<void> {
    await this.told.delete(id);
  }

  publicVersion(): string {
    return this.db.publicVersion();
  }

  async secret(name: string): Promise<Uint8Array> {
    for (;;) {
      const row = await one(
        this.db.all<{ bytes: Uint8Array }>('SELECT bytes FROM secrets WHERE name = $1', name),
      );
      if (row) return row.bytes;
      await this.db.run(
        'INSERT INTO secrets (name, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING',
        ...[name, randomBytes(SECRET_BYTES)],
      );
    }
  }

  async renewSecret(name: string, now: number): Promise<void> {
    await this.db.atOnce(`secret ${name}`, async (sql) => {
      await sql.run('DELETE FROM secrets WHERE name = $1', name);
      await sql.run(
        `INSERT INTO renewed_secrets (name, since) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET since = excluded.since`,
        ...[name, now],
      );
    });
    await this.db.wipe();
  }

  async secretSince(name: string): Promise<number | undefined> {
    const row = await one(
      this.db.all<{ since: number }>('SELECT since FROM renewed_secrets WHERE name = $1', name),
    );
    return row?.since;
  }

  async isNew(): Promise<boolean> {
    return (await this.db.all('SELECT 1 FROM secrets LIMIT 1')).length === 0;
  }

  async tidy(now: number): Promise<void> {
    await this.db.run('DELETE FROM sessions WHERE expires_at <= $1', now);
    await this.db.run('DELETE FROM login_links WHERE expires_at <= $1', now);
    await this.told.tidy(now);
    await this.db.wipe();
  }

  async close(): Promise<void> {
    await this.db.close();
  }
}
