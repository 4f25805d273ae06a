import {
  decisionStates,
  implementationStates,
  statuses,
  type DecisionState,
} from '@klimaspur/domain';

const codes = <T extends string>(words: readonly T[]): ReadonlyMap<T, number> =>
  new Map(words.map((word, index) => [word, index]));

/** Words of the vocabularies as small numbers in the rows: their place in the list. */
export const statusCode = codes(statuses);
/** Instead of a status: it goes on elsewhere, and is counted at its heirs. */
export const ELSEWHERE = statuses.length;
/** Decision states that a measure has when it goes on elsewhere. */
export const heirStates = [
  'MERGED',
  'SPLIT',
  'SUPERSEDED',
] as const satisfies readonly DecisionState[];
export const decisionCode = codes(decisionStates);
export const implementationCode = codes(implementationStates);
export const lateCode = codes(['none', 'start', 'end'] as const);

/** In place of `published` for a town that everybody could see, and that is kept elsewhere now. */
export const MOVED = 2;
/** And for one that everybody will see as soon as all of it has come here from another log. */
export const ARRIVING = 3;
