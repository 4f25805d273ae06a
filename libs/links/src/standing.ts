import { berlinDay, type Day } from '@klimaspur/domain';
import type { GoneReason, Verdict } from './verdict.js';

/** What is known of a link from all checks so far; instants in milliseconds since 1970. */
export interface Standing {
  readonly checkedAt: number;
  /** When it may be asked next. */
  readonly dueAt: number;
  /** Checks that found nothing, each on another day, since the last that found something. */
  readonly failures: number;
  readonly firstFailedAt: number | null;
  readonly lastFailedAt: number | null;
  readonly reason: GoneReason | null;
}

const DAY_MS = 86_400_000;
const EVERY_DAYS = 30;
const AFTER_FAILURES_DAYS = [1, 3, 7] as const;
const UNCLEAR_DAYS = 7;
/** So many failures, on different days, and a link is called unreachable. */
export const ENOUGH_FAILURES = 3;

/** What holds of a link after a check; `before`: undefined for the first one. */
export function afterCheck(before: Standing | undefined, verdict: Verdict, now: number): Standing {
  switch (verdict.kind) {
    case 'reachable':
      return { ...neverFailed, checkedAt: now, dueAt: now + EVERY_DAYS * DAY_MS };
    case 'gone':
      return afterFailure(before ?? neverFailed, verdict.reason, now);
    case 'unclear':
      return { ...neverFailed, ...before, checkedAt: now, dueAt: now + waitMs(verdict) };
  }
}

const neverFailed = { failures: 0, firstFailedAt: null, lastFailedAt: null, reason: null };

function afterFailure(
  before: Pick<Standing, 'failures' | 'firstFailedAt' | 'lastFailedAt'>,
  reason: GoneReason,
  now: number,
): Standing {
  const { lastFailedAt } = before;
  const again = lastFailedAt !== null && dayOf(lastFailedAt) === dayOf(now);
  const failures = again ? before.failures : before.failures + 1;
  const days = AFTER_FAILURES_DAYS[Math.min(failures, AFTER_FAILURES_DAYS.length) - 1] ?? 1;
  return {
    checkedAt: now,
    dueAt: now + days * DAY_MS,
    failures,
    firstFailedAt: before.firstFailedAt ?? now,
    lastFailedAt: now,
    reason,
  };
}

/** Longer where a host says so, but never for ever. */
const waitMs = ({ waitSeconds = 0 }: Extract<Verdict, { kind: 'unclear' }>): number =>
  Math.min(Math.max(UNCLEAR_DAYS * DAY_MS, waitSeconds * 1_000), EVERY_DAYS * DAY_MS);

/** „Link nicht mehr erreichbar seit …“: the day of the first failure, once there were enough. */
export const unreachableSince = ({
  failures,
  firstFailedAt,
}: Pick<Standing, 'failures' | 'firstFailedAt'>): Day | undefined =>
  failures >= ENOUGH_FAILURES && firstFailedAt !== null ? dayOf(firstFailedAt) : undefined;

const dayOf = (instant: number): Day => berlinDay(new Date(instant).toISOString());
