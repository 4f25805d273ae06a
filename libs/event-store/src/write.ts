import type { RecordedEvent } from './event-store.js';

/** What a decider says happened. `occurredOn` is YYYY, YYYY-MM, YYYY-MM-DD, or null for „day unknown“. */
export interface Decided {
  readonly type: string;
  readonly data: object;
  readonly occurredOn: string | null;
  readonly schemaVersion: number;
}

/** The rule book, already told the command: the history in, what happened out. Throws where a rule says no. */
export type Decide = (history: readonly RecordedEvent[]) => readonly Decided[];

/** Who acted: a pseudonym, the role acted in, the town it was held for. */
export interface Actor {
  readonly person: string;
  readonly role: string;
  readonly municipality?: string;
}

/**
 * - `additive`: says that something happened; decided again when another writer was faster.
 * - `replacing`: overwrites what others may have changed; needs `expectedRevision`.
 * - `creating`: begins the stream, whose id comes from the command.
 */
export type WriteMode = 'additive' | 'replacing' | 'creating';

/** One command on its way into one stream. */
export interface Write {
  readonly stream: string;
  readonly mode: WriteMode;
  readonly decide: Decide;
  /** UUIDv7; the same at every try. For a policy that of the command behind the source event. */
  readonly commandId: string;
  readonly actor: Actor;
  /** The instant of recording, ISO 8601 in UTC with milliseconds. */
  readonly now: string;
  readonly causationId?: string;
  readonly correlationId?: string;
  /** The revision the writer saw. */
  readonly expectedRevision?: number;
  /** What was asked for, with the secret that fingerprints it; left out by policies and timed work. */
  readonly body?: unknown;
  readonly requestKey?: Uint8Array;
  /** When that secret was made: fingerprints of an earlier one, destroyed since, cannot be compared. */
  readonly requestKeySince?: string;
  /** For policies: the event that causes the write, from which the ids are made. */
  readonly sourceEventId?: string;
}
