import type { EventPlace, LogFaultCode } from '@klimaspur/event-store';

/** Where an entry lies; `index` counts from 0, as proofs do. */
export interface EntryPlace extends EventPlace {
  readonly index: number;
}

/**
 * What does not fit. Of one entry: those of the log, `event-changed` (its content), `event-missing`, `event-inserted`,
 * `event-moved`, `other-position` (in the store), `no-leaf` (its text and its salt),
 * `text-gone` (its text was taken out, and no entry says so). Of what was signed: `checkpoint-…`, `other-key`, `not-signed`. Of the
 * tree beside the log, which a server makes anew: `tree-…`. Of the vault: `vault-damaged`.
 */
export type FindingCode =
  | LogFaultCode
  | 'event-changed'
  | 'event-missing'
  | 'event-inserted'
  | 'event-moved'
  | 'other-position'
  | 'no-leaf'
  | 'text-gone'
  | 'checkpoint-unreadable'
  | 'checkpoint-forged'
  | 'checkpoint-differs'
  | 'checkpoint-beyond'
  | 'other-key'
  | 'other-log'
  | 'no-key'
  | 'not-signed'
  | 'tree-damaged'
  | 'tree-differs'
  | 'tree-other-log'
  | 'vault-damaged';

export interface Finding {
  readonly code: FindingCode;
  /** The first entry that it is about. */
  readonly at?: EntryPlace;
  /** The last one, where nobody can tell which of several it is. */
  readonly to?: EntryPlace;
  /** How many entries the checkpoint tells that it is about. */
  readonly size?: number;
  /** In English, for whoever looks closer. */
  readonly detail?: string;
}

/** What a look at a whole data folder brought. */
export interface FolderReport {
  readonly ok: boolean;
  /** Null where it cannot be read. */
  readonly log: string | null;
  readonly events: number;
  /** By whom the checkpoints are signed, as C2SP writes keys; null: there are none. */
  readonly key: string | null;
  readonly checkpoints: number;
  /** The newest checkpoint that fits. */
  readonly newest: {
    readonly size: number;
    readonly root: string;
    readonly signedAt: string | null;
  } | null;
  /** Entries behind the newest checkpoint: only the next one will bind them. */
  readonly unsealed: number;
  /** Entries whose text was taken out, and that say so. */
  readonly redacted: number;
  readonly tree: number | null;
  /** The first comes first. */
  readonly findings: readonly Finding[];
}
