import type { Day } from '../shared/partial-date.js';
import type { DecisionState, Status } from '../shared/vocabulary.js';
import { isAdopted, isNotWanted, isOpen } from './decision-axis.js';
import { isRunning } from './implementation-axis.js';
import { lateFrom } from './lateness.js';
import type { MeasureState } from './measure.state.js';

/** Why the bar says what it says: the rule that fitted, and the entry behind it. */
export interface BarStatus {
  /** Null: it goes on elsewhere, and is counted at its heirs. */
  readonly status: Status | null;
  readonly rule:
    | 'merged'
    | 'split'
    | 'superseded'
    | 'completed'
    | 'abandoned'
    | 'not-feasible'
    | 'not-wanted'
    | 'late-start'
    | 'late-end'
    | 'delay-reported'
    | 'paused'
    | 'in-progress'
    | 'planned'
    | 'adopted'
    | 'adopted-in-principle'
    | 'no-decision-needed'
    | 'open'
    | 'nothing-known';
  readonly entry: string | null;
}

const heirRules: Partial<Readonly<Record<DecisionState, BarStatus['rule']>>> = {
  MERGED: 'merged',
  SPLIT: 'split',
  SUPERSEDED: 'superseded',
};

const adoptedRules = {
  ADOPTED: 'adopted',
  ADOPTED_IN_PRINCIPLE: 'adopted-in-principle',
  NO_DECISION_NEEDED: 'no-decision-needed',
} as const;

/**
 * The one word of the public bar on a day: facts only (axes B and C, computed lateness), never the
 * observers' opinion. The first rule that fits decides.
 */
export const publicBar = (state: MeasureState, day: Day): BarStatus => {
  const { decision, implementation, delay } = state;
  const c = implementation.value;
  const movedOn = heirRules[decision.value];
  if (movedOn) return { status: null, rule: movedOn, entry: decision.entry };
  const byC = (status: Status, rule: BarStatus['rule']): BarStatus => ({
    status,
    rule,
    entry: implementation.entry,
  });
  if (c === 'COMPLETED') return byC('completed', 'completed');
  if (c === 'ABANDONED') return byC('failed', 'abandoned');
  if (c === 'NOT_FEASIBLE') return byC('failed', 'not-feasible');
  if (isNotWanted(decision.value) && !isRunning(c)) {
    return { status: 'rejected', rule: 'not-wanted', entry: decision.entry };
  }
  if (delay) return { status: 'delayed', rule: 'delay-reported', entry: delay.entry };
  const late = lateFrom(state);
  if (late && late.from <= day) {
    return { status: 'delayed', rule: `late-${late.which}`, entry: late.entry };
  }
  if (c === 'PAUSED') return byC('delayed', 'paused');
  if (c === 'IN_PROGRESS' || c === 'ONGOING') return byC('in-progress', 'in-progress');
  if (c === 'PLANNED') return byC('planned', 'planned');
  const because = { entry: decision.entry };
  if (isAdopted(decision.value)) {
    const rule = adoptedRules[decision.value as keyof typeof adoptedRules];
    return { status: 'adopted', rule, ...because };
  }
  if (decision.value !== 'UNKNOWN' && isOpen(decision.value)) {
    return { status: 'in-consultation', rule: 'open', ...because };
  }
  return { status: 'unknown', rule: 'nothing-known', entry: null };
};
