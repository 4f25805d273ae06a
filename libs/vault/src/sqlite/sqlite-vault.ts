import { randomBytes } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
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
import { atOnce } from './at-once.js';
import { CheckpointTable } from './checkpoint-table.js';
import { ContactTable } from './contact-table.js';
import { fenced } from './fence.js';
import { FileTable } from './file-table.js';
import { MeetingNoteTable } from './meeting-note-table.js';
import { NoteTable } from './note-table.js';
import { NoticeTable } from './notice-table.js';
import { mentionsOf, recordOf } from './person-record-query.js';
import { PersonTable } from './person-table.js';
import { linkOf, type LinkRow, type SessionRow } from './rows.js';
import { openVaultFile } from './schema.js';
import { SiteTables } from './site-tables.js';

const SECRET_BYTES = 32;

/** The vault in one file. Several processes of one machine may share it. */
export class SqliteVault extends Vault {
  readonly measureNotes: NoteTable;
  readonly files: FileTable;
  readonly contacts: ContactTable;
  readonly meetingNotes: MeetingNoteTable;
  readonly checkpoints: CheckpointTable;
  private readonly people: PersonTable;
  private readonly site: SiteTables;
  private readonly told: NoticeTable;
  /** Asked with every page. */
  private readonly readVersion: StatementSync;

  private constructor(private readonly db: DatabaseSync) {
    super();
    this.people = new PersonTable(db, () => this.emptyLog());
    this.site = new SiteTables(db);
    this.told = new NoticeTable(db);
    this.measureNotes = new NoteTable(db, () => this.emptyLog());
    this.files = new FileTable(db, () => this.emptyLog());
    this.contacts = new ContactTable(db, () => this.emptyLog());
    this.meetingNotes = new MeetingNoteTable(db, () => this.emptyLog());
    this.checkpoints = new CheckpointTable(db);
    this.readVersion = db.prepare('SELECT version FROM public_version');
  }

  static open(file: string): SqliteVault {
    return new SqliteVault(openVaultFile(file));
  }

  async keepPerson(person: Person): Promise<Person> {
    this.people.insert(person);
    return this.people.one(person.id) ?? person;
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
    this.people.relabel(id, label);
  }

  async forget(id: string, at: number): Promise<number> {
    return this.people.forget(id, at);
  }

  async erased(): Promise<readonly ErasedPerson[]> {
    return this.people.erased();
  }

  async recordOf(id: string): Promise<PersonRecord | undefined> {
    const person = this.people.one(id);
    return person && recordOf(this.db, person);
  }

  async mentions(text: string): Promise<readonly Mention[]> {
    return [...mentionsOf(this.db, text)];
  }

  async keepLoginLink(token: string, link: NewLoginLink): Promise<void> {
    const { id, role, municipality, person, madeBy, expiresAt } = link;
    fenced(() =>
      this.db
        .prepare('INSERT INTO login_links VALUES (?, ?, ?, ?, ?, ?, ?, NULL)')
        .run(fingerprint(token), id, role, municipality ?? null, person, madeBy, expiresAt),
    );
  }

  async loginLink(token: string): Promise<LoginLink | undefined> {
    return this.findLink(token);
  }

  async redeem(token: string, label: string | undefined, now: number): Promise<Redeemed> {
    return atOnce(this.db, () => {
      const link = this.findLink(token);
      if (!link) return { refused: 'unknown' };
      if (link.usedAt !== undefined) return { refused: 'used' };
      if (link.expiresAt <= now) return { refused: 'expired' };
      const known = this.people.one(link.person);
      if (!known && label === undefined) return { refused: 'label-missing' };
      const person = known ?? { id: link.person, label: label!, createdAt: now };
      this.people.insert(person);
      this.db
        .prepare('UPDATE login_links SET used_at = ? WHERE hash = ?')
        .run(now, fingerprint(token));
      return { person };
    });
  }

  async openLoginLinks(municipality: string, now: number): Promise<readonly LoginLink[]> {
    const rows = this.db
      .prepare(
        `SELECT * FROM login_links WHERE municipality = ? AND used_at IS NULL AND expires_at > ?
        ORDER BY expires_at DESC, id`,
      )
      .all(municipality, now) as unknown as LinkRow[];
    return rows.map(linkOf);
  }

  async removeLoginLink(id: string): Promise<void> {
    this.db.prepare('DELETE FROM login_links WHERE id = ?').run(id);
  }

  async openSession(token: string, { person, expiresAt }: Session): Promise<void> {
    fenced(() =>
      this.db
        .prepare('INSERT INTO sessions VALUES (?, ?, ?)')
        .run(fingerprint(token), person, expiresAt),
    );
  }

  async session(token: string, now: number): Promise<Session | undefined> {
    const row = this.db
      .prepare('SELECT person, expires_at FROM sessions WHERE hash = ? AND expires_at > ?')
      .get(fingerprint(token), now) as unknown as SessionRow | undefined;
    return row && { person: row.person, expiresAt: row.expires_at };
  }

  async closeSession(token: string): Promise<void> {
    this.db.prepare('DELETE FROM sessions WHERE hash = ?').run(fingerprint(token));
  }

  async closeSessionsOf(person: string): Promise<void> {
    this.db.prepare('DELETE FROM sessions WHERE person = ?').run(person);
  }

  async keepPage(page: SitePage): Promise<void> {
    this.site.keepPage(page);
    this.emptyLog();
  }

  async page(key: string, lang: string): Promise<SitePage | undefined> {
    return this.site.page(key, lang);
  }

  async keepResponsible(municipality: string, person: ResponsiblePerson): Promise<void> {
    this.site.keepResponsible(municipality, person);
    this.emptyLog();
  }

  async responsible(
    municipalities: Iterable<string>,
  ): Promise<ReadonlyMap<string, ResponsiblePerson>> {
    return this.site.responsible(municipalities);
  }

  async forgetResponsible(municipality: string): Promise<void> {
    this.site.forgetResponsible(municipality);
    this.emptyLog();
  }

  async keepNotice(notice: Notice): Promise<void> {
    this.told.keep(notice);
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
    this.told.settle(id, settlement);
  }

  async deleteNotice(id: string): Promise<void> {
    this.told.delete(id);
    this.emptyLog();
  }

  publicVersion(): string {
    const { version } = this.readVersion.get() as { version: number };
    return String(version);
  }

  async secret(name: string): Promise<Uint8Array> {
    const known = this.findSecret(name);
    if (known) return known;
    fenced(() =>
      this.db
        .prepare('INSERT INTO secrets VALUES (?, ?) ON CONFLICT DO NOTHING')
        .run(name, randomBytes(SECRET_BYTES)),
    );
    return this.findSecret(name)!;
  }

  async renewSecret(name: string, now: number): Promise<void> {
    atOnce(this.db, () => {
      this.db.prepare('DELETE FROM secrets WHERE name = ?').run(name);
      this.db.prepare('INSERT OR REPLACE INTO renewed_secrets VALUES (?, ?)').run(name, now);
    });
    this.emptyLog();
  }

  async secretSince(name: string): Promise<number | undefined> {
    const row = this.db.prepare('SELECT since FROM renewed_secrets WHERE name = ?').get(name);
    return row?.['since'] as number | undefined;
  }

  async tidy(now: number): Promise<void> {
    this.db.prepare('DELETE FROM sessions WHERE expires_at <= ?').run(now);
    this.db.prepare('DELETE FROM login_links WHERE expires_at <= ?').run(now);
    this.told.tidy(now);
    this.emptyLog();
  }

  async close(): Promise<void> {
    if (this.db.isOpen) this.db.close();
  }

  private findSecret(name: string): Uint8Array | undefined {
    const row = this.db.prepare('SELECT bytes FROM secrets WHERE name = ?').get(name);
    return row?.['bytes'] as Uint8Array | undefined;
  }

  private findLink(token: string): LoginLink | undefined {
    const row = this.db.prepare('SELECT * FROM login_links WHERE hash = ?').get(fingerprint(token));
    return row && linkOf(row as unknown as LinkRow);
  }

  /** The write-ahead log still holds what was deleted until it is emptied. */
  private emptyLog(): void {
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }
}
