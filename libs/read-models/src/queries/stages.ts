import {
  decisionStates,
  implementationStates,
  isBegunUndecided,
  isGivenUp,
  stages,
  stageStates,
  type Stage,
} from '@klimaspur/domain';
import type { Statements } from '../store/statements.js';
import type { StageCounts, StagePoint, TrendScope, View } from '../types.js';
import { courseOf, onEach, trendDays, type Span } from './course.js';
import { decisionSeen } from './scope.js';

interface Row extends Span {
  readonly decision: number;
  readonly implementation: number;
}

/** What a measure adds to the counts, by its two states: worked out once for all. */
type Addend = Record<Exclude<keyof StageCounts, 'total'>, 0 | 1>;

const addends: readonly (readonly Addend[])[] = decisionStates.map((decision) =>
  implementationStates.map((implementation) => {
    const reached = (stage: Stage) =>
      stageStates[stage].decision.includes(decision) &&
      stageStates[stage].implementation.includes(implementation);
    return {
      decided: reached('decided') ? 1 : 0,
      begun: reached('begun') ? 1 : 0,
      finished: reached('finished') ? 1 : 0,
      givenUp: isGivenUp(decision, implementation) ? 1 : 0,
      begunUndecided: isBegunUndecided(decision, implementation) ? 1 : 0,
      decisionUnknown: decision === 'UNKNOWN' ? 1 : 0,
    };
  }),
);

const counted = [...stages, 'givenUp', 'begunUndecided', 'decisionUnknown'] as const;

const sumOf = (rows: readonly Row[]): StageCounts => {
  const sum = {
    total: rows.length,
    decided: 0,
    begun: 0,
    finished: 0,
    givenUp: 0,
    begunUndecided: 0,
    decisionUnknown: 0,
  };
  for (const { decision, implementation } of rows) {
    const addend = addends[decision]?.[implementation];
    if (addend) for (const name of counted) sum[name] += addend[name];
  }
  return sum;
};

/** „beschlossen → begonnen → abgeschlossen“: on the day asked about, and before it. */
export const stagesOverTime = (
  db: Statements,
  municipality: string,
  { plan, from }: TrendScope,
  view: View,
): StagePoint[] => {
  const days = trendDays(from, view);
  const course = { municipality, plan, first: days[0]!, last: view.asOf };
  const rows = courseOf<Row>(
    db,
    course,
    { columns: `${decisionSeen('i', view)} AS decision, i.implementation` },
    view,
  );
  return onEach(days, rows, sumOf);
};
