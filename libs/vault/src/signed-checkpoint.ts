import type { Lease } from './lease.js';

/** What a log said about itself, signed: never changed and never taken back. */
export interface SignedCheckpoint {
  /** Which log, as its first line says. */
  readonly origin: string;
  /** How many entries it tells. */
  readonly size: number;
  readonly root: Uint8Array;
  /** As it is published. */
  readonly note: string;
  readonly signedAt: number;
}

export interface SignedCheckpoints {
  newest(origin: string): Promise<SignedCheckpoint | undefined>;

  /**
   * Keeps it if the one of the size `after` (0: none) is still the newest, whoever else tries; false: it is not. Throws
   * LeaseLost where the lease to sign this log is not held any more.
   */
  keep(checkpoint: SignedCheckpoint, after: number, lease: Lease): Promise<boolean>;

  ofSize(origin: string, size: number): Promise<SignedCheckpoint | undefined>;

  /** The newest first, those below a size. */
  list(
    origin: string,
    part: { readonly limit: number; readonly below?: number },
  ): Promise<readonly SignedCheckpoint[]>;

  count(origin: string): Promise<number>;
}
