import { RANK_STEP } from '@klimaspur/domain';

export const rankOf = (order: number): number => (order + 1) * RANK_STEP;

/** A measure of the file, with the rank that it has already. */
export interface Sibling {
  readonly id: string;
  readonly order: number;
  readonly rank: number | undefined;
}

/**
 * Where the measures of one field stand among each other. Those that are there keep their place as long as the file
 * has them in the same order; new ones go between their neighbours. Another order is taken over as a whole.
 */
export const ranksAmong = (siblings: readonly Sibling[]): ReadonlyMap<string, number> => {
  const there = siblings.flatMap(({ rank }) => rank ?? []);
  const inOrder = there.every((rank, index) => index === 0 || rank > there[index - 1]!);
  if (there.length === 0 || !inOrder) {
    return new Map(siblings.map(({ id, order }) => [id, rankOf(order)]));
  }
  const ranks = new Map<string, number>();
  let before: number | undefined;
  siblings.forEach(({ id, rank }, index) => {
    before =
      rank ??
      between(before, siblings.slice(index + 1).find((next) => next.rank !== undefined)?.rank);
    ranks.set(id, before);
  });
  return ranks;
};

const between = (before: number | undefined, after: number | undefined): number => {
  if (after === undefined) return (before ?? 0) + RANK_STEP;
  return Math.floor(((before ?? after - 2 * RANK_STEP) + after) / 2);
};
