import type { StreamEntry } from '@klimaspur/read-models';

export interface NamedMeasures {
  readonly term: 'measures' | 'heirs';
  readonly ids: readonly string[];
}

const idsIn = (...values: readonly unknown[]): string[] =>
  values.flat().filter((value): value is string => typeof value === 'string');

/** Measures that an entry names beside its own: those it is about, and those that go on in their place. */
export const measuresNamed = ({ data }: Pick<StreamEntry, 'data'>): readonly NamedMeasures[] => [
  { term: 'measures', ids: idsIn(data['measure'], data['measures']) },
  { term: 'heirs', ids: idsIn(data['into'], data['by']) },
];
