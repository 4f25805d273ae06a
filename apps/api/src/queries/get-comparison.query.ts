import { changeKinds, type ChangeKind, type Day } from '@klimaspur/domain';
import type {
  ComparedMeasure,
  ComparedMoments,
  Comparison,
  Counts,
  Page,
  ProgressScope,
  View,
} from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reading } from '../reading/reader.js';
import { townIn } from './get-municipality.query.js';

/** One of the two moments, and how many stood where then. */
interface ComparedMoment {
  readonly asOf: Day;
  /** Null: as far as is known now. */
  readonly knownAt: string | null;
  readonly counts: Counts;
}

/** What is another at the second moment than at the first; each measure once. */
export type ComparisonList = Page<ComparedMeasure> & {
  readonly from: ComparedMoment;
  readonly to: ComparedMoment;
  /** How many changes of each kind there are. */
  readonly byKind: Readonly<Record<ChangeKind, number>>;
};

export class GetComparison extends Query<ComparisonList> {
  constructor(
    readonly reading: Reading,
    readonly municipality: string,
    readonly scope: ProgressScope,
    readonly moments: ComparedMoments,
  ) {
    super();
  }
}

@QueryHandler(GetComparison)
export class GetComparisonHandler implements IQueryHandler<GetComparison> {
  async execute({ reading, municipality, scope, moments }: GetComparison) {
    const { id } = townIn(reading, municipality);
    return comparisonList(reading.models.comparison(id, scope, moments), moments);
  }
}

/** The comparison for programs. */
export const comparisonList = (
  { before, after, items }: Comparison,
  { from, to }: ComparedMoments,
): ComparisonList => ({
  from: { ...momentOf(from), counts: before.counts },
  to: { ...momentOf(to), counts: after.counts },
  byKind: kindsIn(items),
  ...{ items, total: items.length, next: null },
});

const momentOf = ({ asOf, knownAt }: View) => ({
  asOf,
  knownAt: knownAt === undefined ? null : new Date(knownAt).toISOString(),
});

/** How many changes of each kind. */
export const kindsIn = (items: readonly ComparedMeasure[]): Record<ChangeKind, number> => {
  const counted = Object.fromEntries(changeKinds.map((kind) => [kind, 0])) as Record<
    ChangeKind,
    number
  >;
  for (const { changes } of items) for (const { kind } of changes) counted[kind] += 1;
  return counted;
};
