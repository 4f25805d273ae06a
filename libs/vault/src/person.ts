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
