import { lastDay, firstDay, type PartialDate } from '../shared/partial-date.js';
import type { ImplementationState } from '../shared/vocabulary.js';
import { dataOf, type Entry } from '../timeline.js';
import { isAdopted } from './decision-axis.js';
import { isAmbiguousDelay } from './late-or-missing.js';
import { because, isLatest, withFinding, type MeasureState, type Move } from './measure.state.js';

const ended: ReadonlySet<ImplementationState> = new Set<ImplementationState>([
  'COMPLETED',
  'ABANDONED',
  'NOT_FEASIBLE',
]);
const running: ReadonlySet<ImplementationState> = new Set<ImplementationState>([
  'IN_PROGRESS',
  'ONGOING',
  'PAUSED',
]);

/** Work is over, for better or worse. */
export const isEnded = (state: ImplementationState): boolean => ended.has(state);
/** Work has begun and is not over; a pause does not end it. */
export const isRunning = (state: ImplementationState): boolean => running.has(state);

/** What an entry of axis C makes of a measure. */
export const implemented = (state: MeasureState, entry: Entry): MeasureState => {
  switch (entry.type) {
    case 'MeasureImplementationPlanned':
      return planned(state, entry);
    case 'MeasureImplementationStarted':
      return started(state, entry);
    case 'MeasureProgressReported':
      return progressed(state, entry);
    case 'MeasureDelayReported': {
      const said = dataOf(entry, 'MeasureDelayReported');
      const { reason, newStart, newEnd } = said;
      const moved = reschedule(state, entry, newStart, newEnd);
      const ambiguous = isAmbiguousDelay(said);
      const delay = { entry: entry.id, since: entry.effectiveOn, on: entry.occurredOn, ambiguous };
      return odd({ ...moved, delay, delayReason: reason ?? null }, state, entry);
    }
    case 'MeasureRescheduled': {
      const { plannedStart, plannedEnd } = dataOf(entry, 'MeasureRescheduled');
      return reschedule(state, entry, plannedStart, plannedEnd);
    }
    case 'MeasureImplementationPaused':
      return isSaidAgain(state, 'PAUSED', entry)
        ? state
        : odd({ ...state, implementation: because('PAUSED', entry) }, state, entry);
    case 'MeasureImplementationResumed':
      return odd({ ...state, implementation: because(runningState(state), entry) }, state, entry);
    case 'MeasureImplementationCompleted':
      return finish(state, entry, 'COMPLETED');
    case 'MeasureImplementationAbandoned': {
      const { reason } = dataOf(entry, 'MeasureImplementationAbandoned');
      const value = reason === 'NOT_FEASIBLE' ? reason : 'ABANDONED';
      return { ...finish(state, entry, value), abandonReason: reason };
    }
    default:
      return state;
  }
};

/** That it had come to this by a day is nothing new where it had by an earlier one, which stands. */
const isSaidAgain = (state: MeasureState, value: ImplementationState, entry: Entry): boolean =>
  isLatest(entry) && state.implementation.value === value && state.implementation.on !== null;

const runningState = (state: MeasureState) => (state.permanent ? 'ONGOING' : 'IN_PROGRESS');

/** Work after its end is accepted, because minutes win; it is shown as something to look at. */
const odd = (next: MeasureState, before: MeasureState, entry: Entry): MeasureState =>
  isEnded(before.implementation.value)
    ? withFinding(next, 'implementation-after-end', entry)
    : next;

const planned = (state: MeasureState, entry: Entry): MeasureState => {
  const { plannedStart, plannedEnd } = dataOf(entry, 'MeasureImplementationPlanned');
  const moved = reschedule(state, entry, plannedStart, plannedEnd);
  if (isRunning(state.implementation.value)) return moved;
  return odd({ ...moved, implementation: because('PLANNED', entry) }, state, entry);
};

const started = (state: MeasureState, entry: Entry): MeasureState => {
  const { duration } = dataOf(entry, 'MeasureImplementationStarted');
  // Who does not say it says nothing about it: a permanent task stays one.
  const permanent = duration === undefined ? state.permanent : duration === 'PERMANENT';
  const value = permanent ? 'ONGOING' : 'IN_PROGRESS';
  const isKnown = isSaidAgain(state, value, entry) && typeof state.startedOn?.value === 'string';
  const next: MeasureState = {
    ...state,
    ...(isKnown
      ? {}
      : {
          implementation: because(value, entry),
          startedOn: because(entry.occurredOn, entry),
        }),
    endedOn: null,
    permanent,
    delay: null,
  };
  const noted =
    isAdopted(state.decision.value) || state.decision.value === 'UNKNOWN'
      ? next
      : withFinding(next, 'started-without-decision', entry);
  return odd(noted, state, entry);
};

const progressed = (state: MeasureState, entry: Entry): MeasureState => {
  const { percent } = dataOf(entry, 'MeasureProgressReported');
  const next: MeasureState = {
    ...state,
    delay: null,
    percent: percent ?? state.percent,
    ...(state.implementation.value === runningState(state)
      ? {}
      : { implementation: because(runningState(state), entry), endedOn: null }),
  };
  return odd(next, state, entry);
};

const finish = (
  state: MeasureState,
  entry: Entry,
  value: 'COMPLETED' | 'ABANDONED' | 'NOT_FEASIBLE',
): MeasureState => ({
  ...state,
  ...(isSaidAgain(state, value, entry)
    ? {}
    : { implementation: because(value, entry), endedOn: because(entry.occurredOn, entry) }),
  delay: null,
});

/** New planned dates; what is not named stays, and each move from one date to another is kept. */
const reschedule = (
  state: MeasureState,
  entry: Entry,
  start: PartialDate | undefined,
  end: PartialDate | undefined,
): MeasureState => {
  const moves: Move[] = [];
  const plannedStart = moveTo('start', state.plannedStart, start, entry, moves);
  const plannedEnd = moveTo('end', state.plannedEnd, end, entry, moves);
  const next = { ...state, plannedStart, plannedEnd, moves: [...state.moves, ...moves] };
  return moves.length > 0 &&
    plannedStart &&
    plannedEnd &&
    lastDay(plannedEnd.value) < firstDay(plannedStart.value)
    ? withFinding(next, 'end-before-start', entry)
    : next;
};

const moveTo = (
  which: Move['which'],
  from: MeasureState['plannedStart'],
  to: PartialDate | undefined,
  entry: Entry,
  moves: Move[],
): MeasureState['plannedStart'] => {
  if (to === undefined || to === from?.value) return from;
  moves.push({ entry: entry.id, which, from: from?.value ?? null, to });
  return because(to, entry);
};
