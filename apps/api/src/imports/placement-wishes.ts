import type { Comparison } from './comparison.js';
import type { Matched } from './match-measures.js';
import { ranksAmong } from './row-order.js';
import type { Wish } from './stream-writes.js';

/** Where each measure stands among those of its field, by its id. */
export const ranksOf = (
  comparison: Comparison,
  measures: readonly Matched[],
): ReadonlyMap<string, number> => {
  const ranks = new Map<string, number>();
  for (const siblings of Map.groupBy(measures, ({ field }) => field).values()) {
    const among = siblings.map(({ id, field, order }) => ({
      ...{ id, order },
      rank: rankIn(comparison, id, field),
    }));
    for (const [id, rank] of ranksAmong(among)) ranks.set(id, rank);
  }
  return ranks;
};

const rankIn = (
  comparison: Comparison,
  id: string,
  field: string | undefined,
): number | undefined => {
  const placed = comparison.plan.placements.get(id);
  return placed && placed.field === fieldIdOf(comparison, field) ? placed.rank : undefined;
};

const fieldIdOf = ({ fieldIds }: Comparison, key: string | undefined): string | null =>
  key === undefined ? null : (fieldIds.get(key) ?? null);

/** Field, number and order of a measure in the plan; nothing where they are as they were. */
export const placementWishes = (
  comparison: Comparison,
  { id, where, field: key, number, unplaced }: Matched,
  ranks: ReadonlyMap<string, number>,
): Wish[] => {
  if (unplaced) return [];
  const { plan } = comparison;
  const placed = plan.placements.get(id);
  const field = fieldIdOf(comparison, key);
  if (placed && plan.edition.nextDay !== null) return [];
  if (plan.own?.holds(id, field ?? undefined, number)) return [];
  return comparison.anew(
    where,
    'PlanMeasurePlaced',
    {
      measure: id,
      ...(field ? { field } : {}),
      rank: ranks.get(id),
      ...(number === undefined ? {} : { text: { number } }),
    },
    placed ? (plan.placed.get(id) ?? []) : [],
    plan.edition,
  );
};
