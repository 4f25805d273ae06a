import { decisionStates, implementationStates } from '../shared/vocabulary.js';
import { isBegunUndecided, isGivenUp, stages, stageStates } from './stages.js';

const states = decisionStates.flatMap((decision) =>
  implementationStates.map((implementation) => [decision, implementation] as const),
);
const reached = ([decision, implementation]: (typeof states)[number]) =>
  stages.filter(
    (stage) =>
      stageStates[stage].decision.includes(decision) &&
      stageStates[stage].implementation.includes(implementation),
  );

describe('the stages from the decision to the end', () => {
  it('are reached one after the other', () => {
    for (const state of states)
      expect(reached(state)).toEqual(stages.slice(0, reached(state).length));
  });

  it.each<[string, string, number]>([
    ['ADOPTED', 'UNKNOWN', 1],
    ['ADOPTED_IN_PRINCIPLE', 'PLANNED', 1],
    ['NO_DECISION_NEEDED', 'PAUSED', 2],
    ['ADOPTED', 'ONGOING', 2],
    ['ADOPTED', 'COMPLETED', 3],
    ['ADOPTED', 'ABANDONED', 1],
    ['UNKNOWN', 'COMPLETED', 0],
    ['REVOKED', 'IN_PROGRESS', 0],
  ])('%s and %s: %i', (decision, implementation, count) => {
    const state = states.find(([b, c]) => b === decision && c === implementation);
    expect(reached(state!)).toHaveLength(count);
  });

  it('leave out what was given up, and what began undecided; nothing is both', () => {
    const givenUp = states.filter((state) => isGivenUp(...state));
    expect(givenUp.every((state) => reached(state).length === 1)).toBe(true);
    expect(new Set(givenUp.map(([, c]) => c))).toEqual(new Set(['ABANDONED', 'NOT_FEASIBLE']));
    const undecided = states.filter((state) => isBegunUndecided(...state));
    expect(undecided.every((state) => reached(state).length === 0)).toBe(true);
    expect(new Set(undecided.map(([, c]) => c))).toEqual(
      new Set(['IN_PROGRESS', 'ONGOING', 'PAUSED', 'COMPLETED']),
    );
  });
});
