import type { ProposalOutcome } from '@klimaspur/read-models';
import {
  groupOf,
  outcomeGroups,
  outcomeNumbers,
  outcomeStages,
  stageOf,
  stepsOf,
} from './outcomes.js';

const fact = (value: string, on: string | null = null) => ({ value, on, entry: 'e', since: on });

interface Told {
  readonly item?: string;
  readonly on?: string | null;
  readonly results?: readonly string[];
  readonly answered?: boolean;
  readonly takenUp?: boolean;
  /** Decision, implementation, and the days of the three steps. */
  readonly measure?: readonly [string, string, string?, string?, string?];
}

const outcome = (told: Told): ProposalOutcome => {
  const [decision = '', implementation = '', decidedOn, startedOn, endedOn] = told.measure ?? [];
  return {
    roundtable: { id: 't', name: 'Tisch' },
    meeting: 'm',
    on: told.on === undefined ? '2024-01-01' : told.on,
    item: {
      item: told.item ?? 'i',
      conclusions: (told.results ?? ['CONSENSUS']).map((result) => ({ result })),
      takenUp: told.takenUp ? [{}] : [],
      answers: told.answered ? [{}] : [],
    },
    measure: told.measure
      ? {
          item: { heirs: [] },
          decision: fact(decision, decidedOn ?? null),
          implementation: fact(implementation),
          startedOn: startedOn ? fact(startedOn, startedOn) : null,
          endedOn: endedOn ? fact(endedOn, endedOn) : null,
        }
      : null,
  } as unknown as ProposalOutcome;
};

const running = ['ADOPTED', 'IN_PROGRESS', '2024-03-01', '2024-06-01'] as const;

describe('what became of a proposal', () => {
  it.each([
    ['finished', { measure: ['ADOPTED', 'COMPLETED', '2024-03-01', '2024-06-01', '2025-01-01'] }],
    ['begun', { measure: running }],
    ['adopted', { measure: ['ADOPTED_IN_PRINCIPLE', 'UNKNOWN', '2024-03-01'] }],
    ['free', { measure: ['NO_DECISION_NEEDED', 'UNKNOWN', '2024-03-01'] }],
    ['open', { measure: ['SUBMITTED', 'UNKNOWN'] }],
    ['rejected', { measure: ['REJECTED', 'UNKNOWN', '2024-03-01'] }],
    ['abandoned', { measure: ['ADOPTED', 'ABANDONED', '2024-03-01', '2024-06-01'] }],
    ['waiting', { results: ['HANDED_OVER'] }],
    ['answered', { results: ['HANDED_OVER'], answered: true }],
    ['parked', { results: ['PARKED'] }],
    ['dissent', { results: ['DISSENT'] }],
    ['dropped', { results: ['PARKED', 'DROPPED'] }],
    ['agreed', { results: ['MAJORITY'] }],
    ['unsettled', { results: [] }],
  ] satisfies [string, Told][])('is %s', (stage, told) => {
    expect(stageOf(outcome(told))).toBe(stage);
  });

  it('is nothing where the table let go of it, even if the town acts', () => {
    expect(stageOf(outcome({ results: ['DROPPED'], measure: running }))).toBe('dropped');
    const taken = outcome({ results: ['PARKED'], takenUp: true, measure: running });
    expect(stageOf(taken)).toBe('begun');
  });

  it('belongs to one group, whatever its stage', () => {
    const stages = outcomeGroups.flatMap((group) => [...outcomeStages[group]]);
    expect(new Set(stages).size).toBe(stages.length);
    expect(groupOf(outcome({ results: ['DROPPED'] }))).toBe('ended');
  });
});

describe('the days between', () => {
  it('are counted from the proposal, also backwards', () => {
    const steps = stepsOf(outcome({ on: '2024-03-11', measure: running }));
    expect(steps.decided).toMatchObject({ days: -10, preceded: false });
    expect(steps.begun).toMatchObject({ days: 82, preceded: true });
    expect(steps.finished).toBeUndefined();
  });

  it('know of no decision where none is needed', () => {
    const measure = ['NO_DECISION_NEEDED', 'IN_PROGRESS', '2024-03-01', '2024-06-01'] as const;
    expect(Object.keys(stepsOf(outcome({ measure })))).toEqual(['begun']);
  });

  it('are not told where a day is not known', () => {
    const measure = ['ADOPTED', 'IN_PROGRESS', '2024', '2025-02'] as const;
    const steps = stepsOf(outcome({ on: '2024-06-01', measure }));
    expect(steps.decided).toMatchObject({ days: null, preceded: false });
    expect(steps.begun).toMatchObject({ days: null, preceded: true });
    expect(stepsOf(outcome({ on: null, measure })).begun).toMatchObject({ preceded: false });
  });
});

describe('the numbers of proposals', () => {
  it('count each once, at the measure that has come farthest', () => {
    const numbers = outcomeNumbers([
      outcome({ item: 'a', measure: ['SUBMITTED', 'UNKNOWN'] }),
      outcome({ item: 'a', measure: running }),
      outcome({ item: 'b', results: ['DROPPED'] }),
      outcome({ item: 'c', results: ['HANDED_OVER'] }),
      outcome({ item: 'd', on: '2024-05-01', measure: running }),
    ]);
    expect(numbers).toMatchObject({
      ...{ total: 4, decided: 1, begun: 2, finished: 0 },
      groups: { measure: 2, waiting: 1, ended: 1 },
      stages: { begun: 2, dropped: 1, waiting: 1, open: 0 },
    });
  });
});
