import type { MeasureItem, PlanDetail, PlanFieldItem } from '@klimaspur/read-models';
import { Refusal } from '../../errors/refusal.js';
import type { AboutTown } from '../forms/asked.js';

/** A plan of this town with its fields. */
export const planWithFields = ({ reading, town }: AboutTown, id: string): PlanDetail => {
  const plan = reading.models.plan(id, reading.view);
  if (plan?.municipality !== town.id) throw new Refusal('plan/unknown');
  return plan;
};

export const fieldOf = ({ fields }: PlanDetail, id: string): PlanFieldItem => {
  const field = fields.find((other) => other.id === id);
  if (!field) throw new Refusal('plan/unknown');
  return field;
};

/** The measures of a plan in its order, by the field in which they stand; null: in none. */
export const measuresByField = (
  { reading: { models, view } }: AboutTown,
  plan: string,
): ReadonlyMap<string | null, readonly MeasureItem[]> => {
  const found = new Map<string | null, MeasureItem[]>();
  for (const measure of models.exportRows({ plan, sort: 'plan' }, view)) {
    const field = measure.place?.field ?? null;
    found.set(field, [...(found.get(field) ?? []), measure]);
  }
  return found;
};
