import type { MeasureItem, PlanDetail, PlanFieldItem } from '@klimaspur/read-models';
import { Refusal } from '../../errors/refusal.js';
import type { AboutTown } from '../forms/asked.js';
import { pageCount } from '../paths.js';

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

/** The measures that stand in one field, a page of them. */
export interface InField {
  /** Null: those that stand in none. */
  readonly field: string | null;
  readonly name: string;
  readonly measures: readonly MeasureItem[];
  readonly total: number;
  /** How many come before those of this page. */
  readonly before: number;
}

const PAGE = 100;

/** How many measures each field holds itself, in the order of the plan; then those without a field. */
export const fieldTotals = ({ t, reading, town }: AboutTown, plan: string) => {
  const { fields, withoutField } = reading.models.progress(town.id, { plan }, reading.view);
  return [
    ...fields.map(({ id, name, own }) => ({ field: id as string | null, name, total: own.total })),
    { field: null, name: t('chart.noField'), total: withoutField.total },
  ];
};

/** Those that stand in the field itself, and not in one within it. */
export const measuresIn = (
  { reading: { models, view }, town }: AboutTown,
  plan: string,
  { field, name, total }: Pick<InField, 'field' | 'name' | 'total'>,
  page = 1,
): InField => {
  const filter = { municipality: town.id, plan, field: field ?? 'none', withoutInner: true };
  const { items } = models.measures({ ...filter, limit: PAGE, page }, view);
  return { field, name, measures: items, total, before: (page - 1) * PAGE };
};

/** The page on which the nth of a field stands, counted from 0. */
export const pageOf = (index: number): number => Math.trunc(index / PAGE) + 1;

export const pagesOf = ({ total }: Pick<InField, 'total'>): number => pageCount(total, PAGE);
