import type { ChangeKind } from '@klimaspur/domain';
import type {
  ComparedMeasure,
  ComparedMoments,
  Comparison,
  FieldProgress,
  Municipality,
  PlanItem,
  ProgressScope,
} from '@klimaspur/read-models';
import { Refusal } from '../../errors/refusal.js';
import type { Reading } from '../../reading/reader.js';

/** What two days of a town have not in common, as a page tells it. */
export interface ComparisonView extends Comparison {
  readonly town: Municipality;
  readonly plan: PlanItem | undefined;
  readonly field: FieldProgress | undefined;
  readonly scope: ProgressScope;
  readonly moments: ComparedMoments;
}

type Query = Readonly<Record<string, unknown>>;

const asked = (query: Query, name: string): string | undefined => {
  const value = query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export const comparisonView = (
  { models, view }: Reading,
  town: Municipality,
  moments: ComparedMoments,
  query: Query,
  names: Readonly<Record<'plan' | 'field', string>>,
): ComparisonView => {
  const [planId, fieldId] = [asked(query, names.plan), asked(query, names.field)];
  const plan = town.plans.find(({ id }) => id === planId);
  if (planId !== undefined && !plan) throw new Refusal('plan/unknown');
  const scope = {
    ...(planId === undefined ? {} : { plan: planId }),
    ...(fieldId === undefined ? {} : { field: fieldId }),
  };
  const compared = models.comparison(town.id, scope, {
    from: { ...moments.from, viewer: view.viewer },
    to: { ...moments.to, viewer: view.viewer },
  });
  const field = compared.after.fields.find(({ id }) => id === fieldId);
  if (fieldId !== undefined && !field) {
    const issues = [{ path: names.field, code: 'plan/unknown-field', params: {} }];
    throw new Refusal('query/invalid', { issues });
  }
  return { ...compared, town, plan, field, scope, moments };
};

/** What is told in one list: measures with the change that puts them there. */
export interface ToldChange {
  readonly item: ComparedMeasure;
  readonly change: ComparedMeasure['changes'][number];
}

/** Dates of one measure, its start and its end, are two changes. */
export const changesOf = (
  items: readonly ComparedMeasure[],
  ...kinds: readonly ChangeKind[]
): ToldChange[] =>
  items.flatMap((item) =>
    item.changes.filter(({ kind }) => kinds.includes(kind)).map((change) => ({ item, change })),
  );

/** Measures that are listed since, though they stand in the counts of both days. */
export const recordedSince = (items: readonly ComparedMeasure[]): ComparedMeasure[] =>
  items.filter(({ recordedOn }) => recordedOn !== null);

export const correctedIn = (items: readonly ComparedMeasure[]): ComparedMeasure[] =>
  items.filter(({ corrections }) => corrections !== null);

const good: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'decided',
  'begun',
  'finished',
  'recovered',
]);
const bad: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'rejected',
  'paused',
  'abandoned',
  'delayed',
]);

/** What went well and what did not in one field, beside what else is another there. */
export interface FieldChanges {
  /** Undefined: without a field. */
  readonly field: FieldProgress | undefined;
  readonly measures: number;
  readonly good: number;
  readonly bad: number;
  readonly dates: number;
  readonly others: number;
}

/** Each field right below the one asked about, or at the top. Every change counts in one of them. */
export const byField = ({ after, before, items, field: asked }: ComparisonView): FieldChanges[] => {
  const { fields, withoutField } = after;
  const known = new Map([...before.fields, ...fields].map((field) => [field.id, field]));
  const under = asked?.id ?? null;
  const topOf = (id: string | null | undefined): string | undefined => {
    let field = known.get(id ?? '');
    while (field && field.parent !== under && field.id !== under) {
      field = known.get(field.parent ?? '');
    }
    return field?.id;
  };
  const rows = fields.filter(({ parent, id }) => parent === under || id === under);
  const count = (key: string | undefined): Omit<FieldChanges, 'field' | 'measures'> => {
    const own = items.filter(({ place }) => topOf(place?.field) === key);
    const changes = own.flatMap((item) => item.changes);
    const of = (fits: (kind: ChangeKind) => boolean) =>
      changes.filter(({ kind }) => fits(kind)).length;
    const sums = {
      good: of((kind) => good.has(kind)),
      bad: of((kind) => bad.has(kind)),
      dates: of((kind) => kind === 'rescheduled'),
    };
    const told = sums.good + sums.bad + sums.dates + of((kind) => kind === 'assessed');
    return { ...sums, others: changes.length - told };
  };
  return [
    ...rows.map((field) => ({
      field,
      measures: (field.id === under ? field.own : field.all).total,
      ...count(field.id),
    })),
    ...(asked ? [] : [{ field: undefined, measures: withoutField.total, ...count(undefined) }]),
  ].filter(({ measures, good, bad, dates, others }) => measures + good + bad + dates + others > 0);
};
