import type { Day } from '../shared/partial-date.js';
import type { DecisionState, ImplementationState, Status } from '../shared/vocabulary.js';
import { isNotWanted, isOpen } from './decision-axis.js';
import { isRunning } from './implementation-axis.js';
import { lateFrom, type Late } from './lateness.js';
import type { MeasureState } from './measure.state.js';

/** One rule of the public bar: when it fits, which word it gives, and which entry is the reason. */
interface BarRule {
  readonly rule: string;
  /** Null: it goes on elsewhere, and is counted at its heirs. */
  readonly status: Status | null;
  readonly fits: (state: MeasureState, day: Day) => boolean;
  readonly because: (state: MeasureState) => string | null;
}

const decided =
  (...values: readonly DecisionState[]): BarRule['fits'] =>
  ({ decision }) =>
    values.includes(decision.value);
const implemented =
  (...values: readonly ImplementationState[]): BarRule['fits'] =>
  ({ implementation }) =>
    values.includes(implementation.value);
const late =
  (which: Late['which']): BarRule['fits'] =>
  (state, day) => {
    const passed = lateFrom(state);
    return passed?.which === which && passed.from <= day;
  };

const onDecision: BarRule['because'] = ({ decision }) => decision.entry;
const onImplementation: BarRule['because'] = ({ implementation }) => implementation.entry;
const onPlannedDate: BarRule['because'] = (state) => lateFrom(state)?.entry ?? null;

/**
 * The rules of the public bar in their order: the first that fits decides. Facts only (axes B and C, computed
 * lateness), never the observers' opinion. The page on the method shows this very list.
 */
export const barRules = [
  { rule: 'merged', status: null, fits: decided('MERGED'), because: onDecision },
  { rule: 'split', status: null, fits: decided('SPLIT'), because: onDecision },
  { rule: 'superseded', status: null, fits: decided('SUPERSEDED'), because: onDecision },
  {
    rule: 'completed',
    status: 'completed',
    fits: implemented('COMPLETED'),
    because: onImplementation,
  },
  {
    rule: 'abandoned',
    status: 'failed',
    fits: implemented('ABANDONED'),
    because: onImplementation,
  },
  {
    rule: 'not-feasible',
    status: 'failed',
    fits: implemented('NOT_FEASIBLE'),
    because: onImplementation,
  },
  {
    rule: 'not-wanted',
    status: 'rejected',
    fits: ({ decision, implementation }) =>
      isNotWanted(decision.value) && !isRunning(implementation.value),
    because: onDecision,
  },
  {
    rule: 'delay-reported',
    status: 'delayed',
    fits: ({ delay }) => delay !== null,
    because: ({ delay }) => delay?.entry ?? null,
  },
  { rule: 'late-start', status: 'delayed', fits: late('start'), because: onPlannedDate },
  { rule: 'late-end', status: 'delayed', fits: late('end'), because: onPlannedDate },
  { rule: 'paused', status: 'delayed', fits: implemented('PAUSED'), because: onImplementation },
  {
    rule: 'in-progress',
    status: 'in-progress',
    fits: implemented('IN_PROGRESS', 'ONGOING'),
    because: onImplementation,
  },
  { rule: 'planned', status: 'planned', fits: implemented('PLANNED'), because: onImplementation },
  { rule: 'adopted', status: 'adopted', fits: decided('ADOPTED'), because: onDecision },
  {
    rule: 'adopted-in-principle',
    status: 'adopted',
    fits: decided('ADOPTED_IN_PRINCIPLE'),
    because: onDecision,
  },
  {
    rule: 'no-decision-needed',
    status: 'adopted',
    fits: decided('NO_DECISION_NEEDED'),
    because: onDecision,
  },
  {
    rule: 'open',
    status: 'in-consultation',
    fits: ({ decision }) => decision.value !== 'UNKNOWN' && isOpen(decision.value),
    because: onDecision,
  },
  { rule: 'nothing-known', status: 'unknown', fits: () => true, because: () => null },
] as const satisfies readonly BarRule[];

/** Why the bar says what it says: the rule that fitted, and the entry behind it. */
export interface BarStatus {
  readonly status: Status | null;
  readonly rule: (typeof barRules)[number]['rule'];
  readonly entry: string | null;
}

/** The one word of the public bar on a day. */
export const publicBar = (state: MeasureState, day: Day): BarStatus => {
  const { rule, status, because } =
    barRules.find(({ fits }) => fits(state, day)) ?? barRules[barRules.length - 1]!;
  return { status, rule, entry: because(state) };
};
