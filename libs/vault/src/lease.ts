/** What one process at a time does. Its number is higher than that of everybody who had it before. */
export interface Lease {
  readonly name: string;
  /** A process, by an id that it draws when it starts. */
  readonly holder: string;
  readonly fence: number;
}

/**
 * By the clock of the database alone, so that nodes need not agree on the time. A clock that is set back makes others wait
 * once more as long as the lease was for; one that is set ahead ends a lease early, and its holder is refused.
 */
export interface Leases {
  /** Takes what is free or has run out. Undefined: somebody has it. */
  take(name: string, holder: string, forMs: number): Promise<Lease | undefined>;

  /** Held for so long from now on, under the same number; false: it is not held any more. */
  renew(lease: Lease, forMs: number): Promise<boolean>;

  /** Nothing happens for one that somebody else has by now. */
  giveBack(lease: Lease): Promise<void>;
}

/** Something was to be written under a lease that ran out, or that another one has by now. Nothing was written. */
export class LeaseLost extends Error {
  readonly code = 'vault/lease-lost';

  constructor({ name, fence }: Lease) {
    super(`The lease „${name}“ is no longer held under number ${fence}.`);
    this.name = 'LeaseLost';
  }
}

/** Who signs what a log says about itself. */
export const signingLease = (origin: string): string => `sign ${origin}`;
