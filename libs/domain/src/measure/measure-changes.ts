import { dayNumber, lastDay, type Day, type PartialDate } from '../shared/partial-date.js';
import type { DecisionState, ImplementationState, Status } from '../shared/vocabulary.js';
import { isNotWanted, isOpen } from './decision-axis.js';
import { isEnded, isRunning } from './implementation-axis.js';
import { finishedLateByDays } from './lateness.js';
import type { Because, MeasureState } from './measure.state.js';
import { isMoved } from './moved-end.js';
import { publicBar, type BarStatus } from './public-bar.js';

/** What went well, and beside each what did not: a page tells them in pairs, so that both have the same room. */
export const changePairs = [
  ['decided', 'rejected'],
  ['begun', 'paused'],
  ['finished', 'abandoned'],
  ['recovered', 'delayed'],
] as const;

/** What can have changed between two moments. Each measure has each of them at most once, dates aside. */
export const changeKinds = [
  ...changePairs.flat(),
  'rescheduled',
  'proceeding',
  'planned',
  'added',
  'removed',
  'other',
  'assessed',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Those that say why the bar has another word. */
const turning: ReadonlySet<ChangeKind> = new Set<ChangeKind>(
  changeKinds.filter((kind) => kind !== 'rescheduled' && kind !== 'assessed'),
);

/** What is compared of a measure at one moment. */
export interface MeasureStand {
  readonly status: Status | null;
  readonly rule: BarStatus['rule'];
  readonly decision: DecisionState;
  readonly implementation: ImplementationState;
  readonly plannedStart: PartialDate | null;
  readonly plannedEnd: PartialDate | null;
  readonly rating: { readonly scale: string; readonly rating: string } | null;
}

/** One thing that is another than it was, and the entry that made it so. */
export interface MeasureChange {
  readonly kind: ChangeKind;
  /** Null: nobody entered it; a day passed, or it is not there. */
  readonly entry: string | null;
  /** When it happened, as precisely as that is known; null: unknown. */
  readonly on: PartialDate | null;
  /** Day from which it counts. */
  readonly since: Day | null;
  /** It had happened by then; on which day is unknown. */
  readonly latest?: true;
  /** Delayed: so many days late so far. Finished: so many days after the planned end. Rescheduled: by so many. */
  readonly days?: number | null;
  readonly which?: 'start' | 'end';
  readonly from?: PartialDate | null;
  readonly to?: PartialDate | null;
}

/** A measure on a day. */
export interface MeasureOn {
  readonly state: MeasureState;
  readonly day: Day;
}

export const standOf = ({ state, day }: MeasureOn): MeasureStand => {
  const { status, rule } = publicBar(state, day);
  const { assessment } = state;
  return {
    ...{ status, rule },
    decision: state.decision.value,
    implementation: state.implementation.value,
    plannedStart: state.plannedStart?.value ?? null,
    plannedEnd: state.plannedEnd?.value ?? null,
    rating: assessment && { scale: assessment.scale, rating: assessment.rating },
  };
};

type Told = Omit<MeasureChange, 'kind'>;
const untold: Told = { entry: null, on: null, since: null };

const told = ({ entry, on, since, latest }: Because<unknown>): Told => ({
  ...{ entry, on, since },
  ...(latest ? { latest } : {}),
});

/**
 * What is another at `after` than it was at `before`; null: the measure was not there. It tells of the two moments
 * alone: what came and went between them is no change.
 */
export const changesBetween = (
  before: MeasureOn | null,
  after: MeasureOn | null,
): readonly MeasureChange[] => {
  const [was, is] = [before && standOf(before), after && standOf(after)];
  if (!after || !is || is.status === null) return wentAway(was, after);
  if (!before || !was || was.status === null) return [{ kind: 'added', ...untold }];
  const turns = [
    ...onDecision(was, is, after.state),
    ...onImplementation(was, is, after.state),
    ...onLateness(was, is, after),
  ];
  return [
    ...turns,
    ...(turns.length === 0 && was.status !== is.status
      ? [{ kind: 'other' as const, ...untold, entry: publicBar(after.state, after.day).entry }]
      : []),
    ...(['start', 'end'] as const).flatMap((which) => movedDate(which, was, is, after.state)),
    ...onAssessment(was, is, after.state),
  ];
};

/** Whether one of them says why the bar has another word. */
export const isTurning = ({ kind }: Pick<MeasureChange, 'kind'>): boolean => turning.has(kind);

const wentAway = (was: MeasureStand | null, after: MeasureOn | null): readonly MeasureChange[] =>
  !was || was.status === null
    ? []
    : [{ kind: 'removed', ...(after ? told(after.state.decision) : untold) }];

/** How far a decision carries. */
const weights: Readonly<Partial<Record<DecisionState, number>>> = {
  ADOPTED_IN_PRINCIPLE: 1,
  ADOPTED: 2,
};
const weightOf = (state: DecisionState): number => weights[state] ?? 0;

const onDecision = (was: MeasureStand, is: MeasureStand, state: MeasureState): MeasureChange[] => {
  if (was.decision === is.decision) return [];
  return [{ kind: decisionKind(was.decision, is.decision), ...told(state.decision) }];
};

const decisionKind = (was: DecisionState, is: DecisionState): ChangeKind => {
  if (isNotWanted(is) && !isNotWanted(was)) return 'rejected';
  if (weightOf(is) > weightOf(was)) return 'decided';
  // That nobody has to decide is no decision.
  const goesOn = is === 'NO_DECISION_NEEDED' || (isOpen(is) && is !== 'UNKNOWN');
  return goesOn ? 'proceeding' : 'other';
};

const onImplementation = (
  was: MeasureStand,
  is: MeasureStand,
  state: MeasureState,
): MeasureChange[] => {
  const kind = implementationKind(was.implementation, is.implementation);
  if (kind === null) return [];
  const days = kind === 'finished' ? { days: finishedLateByDays(state) } : {};
  return [{ kind, ...told(state.implementation), ...days }];
};

const implementationKind = (
  was: ImplementationState,
  is: ImplementationState,
): ChangeKind | null => {
  if (was === is) return null;
  if (is === 'COMPLETED') return 'finished';
  if (isEnded(is)) return isEnded(was) && was !== 'COMPLETED' ? 'other' : 'abandoned';
  if (is === 'PAUSED') return 'paused';
  if (isRunning(is)) return isRunning(was) ? 'other' : 'begun';
  return is === 'PLANNED' && !isRunning(was) && !isEnded(was) ? 'planned' : 'other';
};

const goingOn: ReadonlySet<Status | null> = new Set<Status | null>([
  'in-progress',
  'planned',
  'adopted',
  'in-consultation',
  'unknown',
]);

const onLateness = (was: MeasureStand, is: MeasureStand, after: MeasureOn): MeasureChange[] => {
  if (was.status === 'delayed' && goingOn.has(is.status)) {
    const { entry } = publicBar(after.state, after.day);
    return [{ kind: 'recovered', ...untold, entry }];
  }
  const isPause = is.rule === 'paused' && was.implementation !== 'PAUSED';
  if (is.status !== 'delayed' || was.status === 'delayed' || isPause) return [];
  return [{ kind: 'delayed', ...lateness(is, after) }];
};

/** Late by itself from a day on, or because somebody said so. */
const lateness = (is: MeasureStand, { state, day }: MeasureOn): Told => {
  const { entry } = publicBar(state, day);
  if (is.rule === 'late-start' || is.rule === 'late-end') {
    const which = is.rule === 'late-start' ? 'start' : 'end';
    const planned = which === 'start' ? is.plannedStart : is.plannedEnd;
    const days = planned === null ? null : dayNumber(day) - dayNumber(lastDay(planned));
    return { ...untold, entry, days, which, from: planned };
  }
  const { delay } = state;
  return delay ? { entry: delay.entry, on: delay.on, since: delay.since } : { ...untold, entry };
};

const movedDate = (
  which: 'start' | 'end',
  was: MeasureStand,
  is: MeasureStand,
  state: MeasureState,
): MeasureChange[] => {
  const name = which === 'start' ? 'plannedStart' : 'plannedEnd';
  const [from, to] = [was[name], is[name]];
  if (from === to) return [];
  const days = from !== null && to !== null ? dayNumber(lastDay(to)) - dayNumber(lastDay(from)) : 0;
  const isOther = to !== null && isMoved({ from, to });
  const source = state[name];
  const because = source ? told(source) : untold;
  return [{ kind: 'rescheduled', ...because, which, from, to, days: isOther ? days : null }];
};

const onAssessment = (
  was: MeasureStand,
  is: MeasureStand,
  { assessment }: MeasureState,
): MeasureChange[] =>
  was.rating?.scale === is.rating?.scale && was.rating?.rating === is.rating?.rating
    ? []
    : [
        assessment
          ? {
              kind: 'assessed',
              entry: assessment.entry,
              on: assessment.on,
              since: assessment.since,
            }
          : { kind: 'assessed', ...untold },
      ];
