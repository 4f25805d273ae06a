import { decisionStates, implementationStates, statuses } from '@klimaspur/domain';

const codes = <T extends string>(words: readonly T[]): ReadonlyMap<T, number> =>
  new Map(words.map((word, index) => [word, index]));

/** Words of the vocabularies as small numbers in the rows: their place in the list. */
export const statusCode = codes(statuses);
export const decisionCode = codes(decisionStates);
export const implementationCode = codes(implementationStates);
export const lateCode = codes(['none', 'start', 'end'] as const);
