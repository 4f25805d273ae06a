import type { ExpectedRevision, RecordedEvent } from './event-store.js';
import { LogError } from './log-error.js';

/** The stream is not where the writer believed it to be. `actual` is null for a stream that does not exist. */
export class WrongExpectedRevision extends LogError {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: number | null,
  ) {
    super(
      'log/wrong-expected-revision',
      `${stream}: expected ${expected}, found ${actual ?? 'no stream'}`,
    );
  }
}

/** An event id is known already, but not as the same event at the same place. */
export class IdConflict extends LogError {
  constructor(
    readonly stream: string,
    readonly eventId: string,
    readonly reason: 'other-content' | 'other-place' | 'partly-known' | 'twice-in-one-append',
  ) {
    super('log/id-conflict', `${stream}: event ${eventId} is known (${reason})`);
  }
}

/** More canonical bytes than one append may have on any store. */
export class AppendTooLarge extends LogError {
  constructor(
    readonly bytes: number,
    readonly limit: number,
  ) {
    super('log/append-too-large', `An append of ${bytes} bytes is over the limit of ${limit}`);
  }
}

/** Another process holds the data folder. */
export class DataFolderInUse extends LogError {
  constructor(readonly folder: string) {
    super(
      'log/data-folder-in-use',
      `The data folder ${folder} is in use by another process. ` +
        'Stop that process first, or choose another folder.',
    );
  }
}

/** The disk or the server failed; whether the events are stored is not known until the stream is read. */
export class LogWriteFailed extends LogError {
  constructor(cause: unknown) {
    super('log/write-failed', 'The log could not be written', { cause });
  }
}

/** Nobody answers; its certificate is none that is trusted; it takes TLS only; it has no TLS. */
export type Silence = 'log/unreachable' | 'log/untrusted' | 'log/needs-tls' | 'log/without-tls';

/** No server answers at the address, or it is none that can be spoken to. `reason`: in the words of whoever found out. */
export class LogUnreachable extends LogError {
  constructor(
    readonly address: string,
    readonly reason: string,
    { code = 'log/unreachable', cause }: { readonly code?: Silence; readonly cause?: unknown } = {},
  ) {
    super(code, `The log at ${address} cannot be reached: ${reason}`, { cause });
  }
}

const denials = {
  'log/no-login': 'The server of the log wants a user and a password',
  'log/access-denied': 'The server of the log refuses the user or the password',
  'log/no-rights': 'The server of the log does not let this user read $all',
};

/** No user is given, the server knows nobody by this user and password, or lets them do less than a log needs. */
export class LogAccessDenied extends LogError {
  constructor(code: keyof typeof denials, cause?: unknown) {
    super(code, denials[code], { cause });
  }
}

/** Somebody deleted a stream on the server, past us. */
export class LogStreamDeleted extends LogError {
  constructor(readonly stream: string) {
    super('log/stream-deleted', `${stream} was deleted on the server of the log`);
  }
}

/** The server or folder holds no log yet. */
export class LogMissing extends LogError {
  constructor(readonly address: string) {
    super('log/missing', `There is no log at ${address}`);
  }
}

/** The disk did not confirm a write once: what the system shows as written may not be. Nothing more is taken. */
export class LogStopped extends LogError {
  constructor(cause: unknown) {
    super('log/stopped', 'The log takes nothing until it is opened again', { cause });
  }
}

/** The store was closed before the call. */
export class LogClosed extends LogError {
  constructor() {
    super('log/closed', 'The log is closed');
  }
}

/** The same idempotency key came with another request. */
export class IdempotencyKeyReused extends LogError {
  constructor(readonly commandId: string) {
    super('idempotency/key-reused', `Command ${commandId} was another request the first time`);
  }
}

/** A replacing command must say which revision it replaces. */
export class RevisionRequired extends LogError {
  constructor(readonly stream: string) {
    super('stream/revision-required', `${stream}: this change needs the revision it was based on`);
  }
}

/** Others wrote since the revision that the writer saw. `since` holds what came between. */
export class RevisionConflict extends LogError {
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
    readonly since: readonly RecordedEvent[],
  ) {
    super('stream/revision-conflict', `${stream}: based on revision ${expected}, now at ${actual}`);
  }
}

/** So many wait to write into the stream that another one is turned away; nothing was recorded. */
export class StreamBusy extends LogError {
  constructor(readonly stream: string) {
    super('log/busy', `${stream}: too many writers are waiting`);
  }
}

/** Texts were taken out of their events, but copies of them may still lie in the files: to be tried again. */
export class TextsRemain extends LogError {
  constructor(cause?: unknown) {
    super('log/texts-remain', 'Copies of texts that were taken out may still lie in the files', {
      cause,
    });
  }
}

/** Whether the command was carried out cannot be told now. Sending it again with the same id is safe. */
export class OutcomeUnknown extends LogError {
  constructor(
    readonly stream: string,
    cause: unknown,
  ) {
    super('log/outcome-unknown', `${stream}: no answer from the log`, { cause });
  }
}
