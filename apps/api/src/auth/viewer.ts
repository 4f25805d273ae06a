import type { Role } from '@klimaspur/domain';

/** A role, and the town it is held for; the operator's is for the whole instance. */
export interface RoleHeld {
  readonly role: Role;
  readonly municipality?: string;
}

/** Whoever asks, as far as they have shown who they are. */
export interface Viewer {
  /** The pseudonym that the log knows. */
  readonly person: string;
  /** The name their entries appear under. */
  readonly label: string;
  readonly roles: readonly RoleHeld[];
  /** A cookie is sent by the browser on its own, so its writes need proof of where they come from. */
  readonly via: 'token' | 'cookie';
}
