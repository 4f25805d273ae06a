import {
  decisionStates,
  implementationStates,
  type DecisionState,
  type ImplementationState,
} from '../shared/vocabulary.js';
import { isAdopted } from './decision-axis.js';
import { isEnded, isRunning } from './implementation-axis.js';

/** From the decision to the end: each stage holds all that came further. */
export const stages = ['decided', 'begun', 'finished'] as const;
export type Stage = (typeof stages)[number];

interface StageStates {
  readonly decision: readonly DecisionState[];
  readonly implementation: readonly ImplementationState[];
}

const adopted = decisionStates.filter(isAdopted);
const begun = implementationStates.filter((state) => isRunning(state) || state === 'COMPLETED');

/** What a stage means on the two axes. What was given up may have begun or not: it counts as decided alone. */
export const stageStates: Readonly<Record<Stage, StageStates>> = {
  decided: { decision: adopted, implementation: implementationStates },
  begun: { decision: adopted, implementation: begun },
  finished: { decision: adopted, implementation: ['COMPLETED'] },
};

/** Decided once, and then given up. */
export const isGivenUp = (decision: DecisionState, implementation: ImplementationState): boolean =>
  isAdopted(decision) && isEnded(implementation) && implementation !== 'COMPLETED';

/** Work that no decision in force stands behind, as far as is known. */
export const isBegunUndecided = (
  decision: DecisionState,
  implementation: ImplementationState,
): boolean => !isAdopted(decision) && begun.includes(implementation);
