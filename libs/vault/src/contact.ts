/** Somebody of an organisation whom a team writes to: here and not in the log, because it must be deletable. */
export interface Contact {
  /** Random UUID. */
  readonly id: string;
  readonly municipality: string;
  readonly actor: string;
  /** A name, an e-mail address, or both. */
  readonly name?: string;
  readonly email?: string;
  readonly note?: string;
  readonly changedAt: number;
}

/** What is said of them from now on. */
export type ContactChange = Omit<Contact, 'id' | 'municipality' | 'actor'>;

export interface Contacts {
  /** Keeps it once: nothing happens where one with this id is here. */
  keep(contact: Contact): Promise<void>;

  one(id: string): Promise<Contact | undefined>;

  /** Whom the team of a town writes to, by organisation, then by name. */
  ofTown(municipality: string): Promise<readonly Contact[]>;

  /** Leaves no trace of what was said before. */
  change(id: string, change: ContactChange): Promise<void>;

  /** Leaves no trace of them. */
  delete(id: string): Promise<void>;
}
