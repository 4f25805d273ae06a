/** Somebody who writes here. The log knows the id only, a random UUID. */
export interface Person {
  readonly id: string;
  /** „Unter welcher Bezeichnung erscheinen deine Einträge?“ */
  readonly label: string;
  /** Milliseconds since 1970, like every instant here. */
  readonly createdAt: number;
}

/** A way to sign in once. */
export interface LoginLink {
  /** Random UUID, no credential. */
  readonly id: string;
  readonly role: string;
  /** The town the role is for; absent: the whole instance. */
  readonly municipality?: string;
  /** Pseudonym of whoever redeems it: of a person who is here already, or one drawn in advance. */
  readonly person: string;
  /** Pseudonym of whoever made it. */
  readonly madeBy: string;
  readonly expiresAt: number;
  readonly usedAt?: number;
}

export type NewLoginLink = Omit<LoginLink, 'usedAt'>;

export interface Session {
  readonly person: string;
  readonly expiresAt: number;
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
  /** Keeps a person; one who is here already stays as they are. Answers who is kept. */
  abstract keepPerson(person: Person): Promise<Person>;

  abstract person(id: string): Promise<Person | undefined>;

  /** Public labels by pseudonym; people who were forgotten are missing. */
  abstract labels(ids: Iterable<string>): Promise<ReadonlyMap<string, string>>;

  /** Changes the label of all entries at once. Nothing happens for a pseudonym that is not here. */
  abstract relabel(id: string, label: string): Promise<void>;

  /** Takes label, sessions and links of a person away for ever. The pseudonym in the log then leads nowhere. */
  abstract forget(id: string): Promise<void>;

  abstract keepLoginLink(token: string, link: NewLoginLink): Promise<void>;

  /** The link behind a token, used or not; to look at it changes nothing. */
  abstract loginLink(token: string): Promise<LoginLink | undefined>;

  /**
   * Uses a link up, once, whoever else tries at the same moment. `label` is for a person who is not here yet; an
   * existing person keeps theirs.
   */
  abstract redeem(token: string, label: string | undefined, now: number): Promise<Redeemed>;

  abstract openSession(token: string, session: Session): Promise<void>;

  /** Undefined for a session that is unknown, closed or over. */
  abstract session(token: string, now: number): Promise<Session | undefined>;

  abstract closeSession(token: string): Promise<void>;

  /** 32 random bytes under a name, made at the first call and the same ever after, on every node. */
  abstract secret(name: string): Promise<Uint8Array>;

  /** Removes sessions that are over and links that ran out. */
  abstract tidy(now: number): Promise<void>;

  abstract close(): Promise<void>;
}
