import { streamName } from '@klimaspur/event-store';
import type { ImportedMeasure } from '@klimaspur/importers';
import type { Comparison } from './comparison.js';
import { goneRow } from './import-findings.js';
import type { Met } from './measure-wishes.js';
import { ranksAmong } from './row-order.js';
import type { Wish } from './stream-writes.js';

/** Field, number and order of each measure in the plan; nothing where they are as they were. */
export const placementWishes = (comparison: Comparison, met: readonly Met[]): Wish[] => {
  const byField = Map.groupBy(met, ({ measure }) => measure.field);
  return [...byField.values()].flatMap((siblings) => {
    const ranks = ranksAmong(
      siblings.map(({ id, measure }) => ({
        id,
        order: measure.order,
        rank: rankIn(comparison, id, measure),
      })),
    );
    return siblings.flatMap((each) => {
      const wishes = placement(comparison, each, ranks.get(each.id)!);
      comparison.count(each.isNew, [...each.wishes, ...wishes]);
      return wishes;
    });
  });
};

const rankIn = (
  comparison: Comparison,
  id: string,
  { field }: ImportedMeasure,
): number | undefined => {
  const placed = comparison.plan.placements.get(id);
  return placed && placed.field === fieldIdOf(comparison, field) ? placed.rank : undefined;
};

const fieldIdOf = ({ fieldIds }: Comparison, key: string | undefined): string | null =>
  key === undefined ? null : (fieldIds.get(key) ?? null);

const placement = (comparison: Comparison, { id, measure }: Met, rank: number): Wish[] => {
  const { plan } = comparison;
  const placed = plan.placements.get(id);
  const field = fieldIdOf(comparison, measure.field);
  if (placed && plan.edition.nextDay !== null) return [];
  if (plan.own?.holds(id, field ?? undefined, measure.number)) return [];
  return comparison.anew(
    `measure ${measure.source.key}`,
    'PlanMeasurePlaced',
    {
      measure: id,
      ...(field ? { field } : {}),
      rank,
      ...(measure.number === undefined ? {} : { text: { number: measure.number } }),
    },
    placed ? (plan.placed.get(id) ?? []) : [],
    plan.edition,
  );
};

/** Rows of the edition before that this one has no longer. Whether they were given up, only people know. */
export const findGone = async (comparison: Comparison, met: readonly Met[]): Promise<void> => {
  const { plan, context, findings } = comparison;
  if (plan.own || !context.isWhole || plan.edition.nextDay !== null) return;
  const here = new Set(met.map(({ id }) => id));
  for (const [id, { imported, number }] of plan.placements) {
    if (!imported || here.has(id)) continue;
    const history = await context.known.stream(streamName('measure', id));
    findings.push(goneRow(history, number));
  }
};
