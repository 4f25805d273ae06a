/** The codes of gRPC that are used here (https://grpc.io/docs/guides/status-codes/). */
export const status = {
  OK: 0,
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  PERMISSION_DENIED: 7,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  UNIMPLEMENTED: 12,
  UNAVAILABLE: 14,
  UNAUTHENTICATED: 16,
} as const;

/** Ends a call with a status. The client tells some of them by the `exception` in the metadata. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly metadata: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** Breaks a call off by a reset that says „no error“, as an orderly stop does (seen on a 24.2 server). */
export class Ended extends Error {}

/** A node that starts, or a cluster that elects. Only the message tells (seen on a 24.2 server). */
export const notReady = (): Refusal => new Refusal(status.UNAVAILABLE, 'Server Is Not Ready');

/** No quorum in time. The events may be stored all the same, even later (seen on a 24.2 server). */
export const commitTimeout = (): Refusal =>
  new Refusal(status.ABORTED, 'Operation timed out: Commit phase timeout.');

/** The same, and the events are stored when the majority is back. */
export class StoredLater extends Refusal {
  constructor() {
    super(status.ABORTED, commitTimeout().message);
  }
}

export const deadlineExceeded = (): Refusal =>
  new Refusal(status.DEADLINE_EXCEEDED, 'Deadline Exceeded');

/** A subscriber that does not keep up (https://developers.eventstore.com/clients/grpc/subscriptions.html). */
export const tooSlow = (): Refusal =>
  new Refusal(status.ABORTED, 'Operation timed out: Consumer too slow to handle event while live');

export const accessDenied = (): Refusal =>
  new Refusal(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

/** The name or the password is not known: code 16 (seen on a 24.2 server with TLS). */
export const wrongPassword = (): Refusal => new Refusal(status.UNAUTHENTICATED, '');

export const notLeader = (leaderPort: number): Refusal =>
  new Refusal(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': '127.0.0.1',
    'leader-endpoint-port': String(leaderPort),
  });

export const streamDeleted = (stream: string): Refusal =>
  new Refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': encodeURIComponent(stream),
  });

export const appendTooLarge = (limit: number): Refusal =>
  new Refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });

/** No stream, no type, no id: a call of its own is told nothing, the shared stream „BadRequest“ (seen on a 24.2 server). */
export class BadRequest extends Refusal {
  constructor() {
    super(status.UNKNOWN, 'Exception was thrown by handler.');
  }
}

/** A read that asks for nothing (seen on a 24.2 server). */
export const unreadable = (): Refusal =>
  new Refusal(status.UNKNOWN, 'Unexpected ReadStreamResult: Error');

/** A read from a position that no event has (seen on a 24.2 server). */
export const invalidPosition = (): Refusal =>
  new Refusal(status.UNKNOWN, 'Unexpected ReadAllResult: InvalidPosition');

/** A subscription from a position that no event has (seen on a 24.2 server). */
export const invalidStart = (): Refusal =>
  new Refusal(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.');

/** How a delete says it; an append has a message of its own for it. */
export const wrongVersion = (stream: string, expected: number, actual: number): Refusal =>
  new Refusal(status.FAILED_PRECONDITION, 'Delete failed due to WrongExpectedVersion.', {
    exception: 'wrong-expected-version',
    'stream-name': encodeURIComponent(stream),
    'expected-version': String(expected),
    'actual-version': String(actual),
  });
