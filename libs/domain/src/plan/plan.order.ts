/** Room between two neighbours, so that about twenty moves fit into the same gap. */
export const RANK_STEP = 2 ** 20;

/** A field or a measure among its siblings. */
export interface Ranked {
  readonly id: string;
  readonly rank: number;
}

/** Between two neighbours, or beyond the last one; undefined: there is no room left. */
const rankBetween = (before: number | undefined, after: number | undefined): number | undefined => {
  if (before === undefined && after === undefined) return RANK_STEP;
  const rank =
    before === undefined
      ? (after as number) - RANK_STEP
      : after === undefined
        ? before + RANK_STEP
        : before + Math.floor((after - before) / 2);
  const fits = (before ?? -Infinity) < rank && rank < (after ?? Infinity);
  return fits && Number.isSafeInteger(rank) ? rank : undefined;
};

/**
 * The ranks to write so that `id` stands at `index` among its siblings (itself left out, in their order):
 * one, or those of all where a gap is used up.
 */
export const ranksToPlace = (
  siblings: readonly Ranked[],
  id: string,
  index: number,
): readonly Ranked[] => {
  const rank = rankBetween(siblings[index - 1]?.rank, siblings[index]?.rank);
  if (rank !== undefined) return [{ id, rank }];
  const order = [...siblings.slice(0, index), { id, rank: Number.NaN }, ...siblings.slice(index)];
  return order
    .map((each, place) => ({ id: each.id, rank: (place + 1) * RANK_STEP }))
    .filter((each, place) => each.rank !== order[place]?.rank);
};
