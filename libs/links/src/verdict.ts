/** What one check says of a link. */
export type Verdict =
  | { readonly kind: 'reachable' }
  | { readonly kind: 'gone'; readonly reason: GoneReason }
  /** Nothing: the host wants somebody else, or nobody now. `waitSeconds`: when it wants to be asked again. */
  | { readonly kind: 'unclear'; readonly waitSeconds?: number };

/** 404 or 410; a name that does not exist; a host at which nobody listens. */
export const goneReasons = ['not-found', 'no-such-name', 'nobody-listens'] as const;
export type GoneReason = (typeof goneReasons)[number];

export const reachable: Verdict = { kind: 'reachable' };
export const unclear: Verdict = { kind: 'unclear' };
export const gone = (reason: GoneReason): Verdict => ({ kind: 'gone', reason });

const NOT_FOUND = new Set([404, 410]);
/** The part that was asked for does not exist, because the file is smaller. */
const RANGE_NOT_SATISFIABLE = 416;

/** Only what says that there is nothing counts against a link: a login, a limit or a broken server does not. */
export const verdictOf = (status: number, retryAfter: string | undefined, now: number): Verdict => {
  if ((status >= 200 && status < 300) || status === RANGE_NOT_SATISFIABLE) return reachable;
  if (NOT_FOUND.has(status)) return gone('not-found');
  const waitSeconds = secondsOf(retryAfter, now);
  return waitSeconds === undefined ? unclear : { kind: 'unclear', waitSeconds };
};

/** `Retry-After` is a number of seconds or a date. */
const secondsOf = (retryAfter: string | undefined, now: number): number | undefined => {
  if (retryAfter === undefined) return undefined;
  const seconds = /^\d{1,9}$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - now) / 1_000;
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : undefined;
};
