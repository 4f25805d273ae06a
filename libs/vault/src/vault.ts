import type { Contacts } from './contact.js';
import type { Dismissals } from './dismissal.js';
import type { ErasedPerson, Standing } from './erased-person.js';
import type { Leases } from './lease.js';
import type { MeasureNotes } from './measure-note.js';
import type { KeptFiles } from './kept-file.js';
import type { MeetingNotes } from './meeting-note.js';
import type { Notice, NoticeState, Settlement } from './notice.js';
import type { LoginLink, Person } from './person.js';
import type { Mention, PersonRecord } from './person-record.js';
import type { SignedCheckpoints } from './signed-checkpoint.js';

export type { LoginLink, Person } from './person.js';

export type NewLoginLink = Omit<LoginLink, 'usedAt'>;

export interface Session {
  readonly person: string;
  readonly expiresAt: number;
}

/** A page that the operator writes, because it holds names: Impressum and the like. */
export interface SitePage {
  readonly key: string;
  readonly lang: string;
  readonly text: string;
  readonly changedAt: number;
}

/** Who answers for the pages of a town by press law. */
export interface ResponsiblePerson {
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly changedAt: number;
}

/** What came of a try to redeem a link; only `person` lets anybody in. */
export type Redeemed =
  | { readonly person: Person }
  | { readonly refused: 'unknown' | 'used' | 'expired' | 'label-missing' };

/**
 * What must be deletable (names, credentials) or single (keys). Tokens come in and go out as they are and are kept
 * as hashes only. The class is also the injection token.
 */
export abstract class Vault {
  /** Internal notes of the teams. */
  abstract readonly measureNotes: MeasureNotes;
  abstract readonly files: KeptFiles;
  /** Persons whom the teams write to. */
  abstract readonly contacts: Contacts;
  abstract readonly meetingNotes: MeetingNotes;
  abstract readonly checkpoints: SignedCheckpoints;
  abstract readonly leases: Leases;
  abstract readonly dismissals: Dismissals;

  /** Keeps a person; one who is here already stays as they are. Answers who is kept. */
  abstract keepPerson(person: Person): Promise<Person>;

  abstract person(id: string): Promise<Person | undefined>;

  /** Public labels by pseudonym; people who were forgotten are missing. */
  abstract labels(ids: Iterable<string>): Promise<ReadonlyMap<string, string>>;

  abstract standing(id: string): Promise<Standing>;

  /** Changes the label of all entries at once. Nothing happens for a pseudonym that was never here. */
  abstract relabel(id: string, label: string): Promise<void>;

  /**
   * Takes label, sessions and links of a person away for ever; the pseudonym in the log then leads nowhere. From then on
   * whatever would keep something under it throws PersonErased, also what is under way. Answers how much was here.
   */
  abstract forget(id: string, at: number): Promise<number>;

  /** Everybody who was, the first first. */
  abstract erased(): Promise<readonly ErasedPerson[]>;

  /** All that is kept of a person here; undefined for who is not here. */
  abstract recordOf(id: string): Promise<PersonRecord | undefined>;

  /** Where this text stands, in whatever case: names and addresses that people typed. */
  abstract mentions(text: string): Promise<readonly Mention[]>;

  abstract keepLoginLink(token: string, link: NewLoginLink): Promise<void>;

  /** The link behind a token, used or not; to look at it changes nothing. */
  abstract loginLink(token: string): Promise<LoginLink | undefined>;

  /**
   * Uses a link up, once, whoever else tries at the same moment. `label` is for a person who is not here yet; an
   * existing person keeps theirs.
   */
  abstract redeem(token: string, label: string | undefined, now: number): Promise<Redeemed>;

  /** Links for a town that still work, the newest first. */
  abstract openLoginLinks(municipality: string, now: number): Promise<readonly LoginLink[]>;

  /** By its id; nothing happens for one that is not here. */
  abstract removeLoginLink(id: string): Promise<void>;

  abstract openSession(token: string, session: Session): Promise<void>;

  /** Undefined for a session that is unknown, closed or over. */
  abstract session(token: string, now: number): Promise<Session | undefined>;

  abstract closeSession(token: string): Promise<void>;

  /** Signs a person out on all devices. */
  abstract closeSessionsOf(person: string): Promise<void>;

  /** Replaces what stood there; an empty text takes the page away. */
  abstract keepPage(page: SitePage): Promise<void>;

  abstract page(key: string, lang: string): Promise<SitePage | undefined>;

  /** Replaces who was named before for this town. */
  abstract keepResponsible(municipality: string, person: ResponsiblePerson): Promise<void>;

  /** By town; those that named nobody are missing. */
  abstract responsible(
    municipalities: Iterable<string>,
  ): Promise<ReadonlyMap<string, ResponsiblePerson>>;

  abstract forgetResponsible(municipality: string): Promise<void>;

  /** Keeps it once: nothing happens where one with this id is here. */
  abstract keepNotice(notice: Notice): Promise<void>;

  /** Undefined for one that is unknown, deleted or past its time. */
  abstract notice(id: string, now: number): Promise<Notice | undefined>;

  /** Those of a town in one state, the newest first, from `offset` on. */
  abstract notices(
    municipality: string,
    state: NoticeState,
    now: number,
    part: { readonly limit: number; readonly offset: number },
  ): Promise<readonly Notice[]>;

  /** How many of a town are in each state. */
  abstract noticeCounts(
    municipality: string,
    now: number,
  ): Promise<Readonly<Record<NoticeState, number>>>;

  abstract settleNotice(id: string, settlement: Settlement): Promise<void>;

  /** Leaves no trace of it. */
  abstract deleteNotice(id: string): Promise<void>;

  /**
   * Another one after each change of what pages show: names, the operator's pages, who is responsible. A change by another
   * process counts within a second, if the database answers; where it has not for ten minutes, it is another one in any case.
   */
  abstract publicVersion(): string;

  /** 32 random bytes under a name, made at the first call and the same ever after, on every node. */
  abstract secret(name: string): Promise<Uint8Array>;

  /** Destroys the secret of this name; the next call makes another one. What the old one made cannot be made again. */
  abstract renewSecret(name: string, now: number): Promise<void>;

  /** From when on the secret of this name is in use; undefined: it was never another one. */
  abstract secretSince(name: string): Promise<number | undefined>;

  /** Nothing was ever kept here: every vault in use has a secret. */
  abstract isNew(): Promise<boolean>;

  /** Removes sessions that are over, links that ran out, and notices past their time. */
  abstract tidy(now: number): Promise<void>;

  abstract close(): Promise<void>;
}
