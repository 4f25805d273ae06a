import { dayOf, type Day } from '@klimaspur/domain';
import { BEGINNING, OPEN } from '../store/schema.js';
import type { Statements } from '../store/statements.js';
import type { FieldProgress, Progress, ProgressScope, View } from '../types.js';
import { Tallies, type Countable } from './counts.js';
import { fieldsInOrder, type FieldInTree } from './fields.js';
import { paramsOf, seen, townKey, townSeen, visible } from './scope.js';

/** A measure where it stands in a plan; one in several plans comes several times. */
export interface PlacedRow extends Countable {
  readonly measure: number;
  /** Of its `measure_state`. */
  readonly state: number;
  readonly plan: string | null;
  readonly field: string | null;
}

/** How the measures of a town stand: all, by field, and those without a field. */
export const progress = (
  db: Statements,
  municipality: string,
  scope: ProgressScope,
  view: View,
): Progress => {
  const { fields, rows } = measuresPlaced(db, municipality, scope, view);
  return { ...countPlaced(fields, rows), ...beginnings(db, municipality, view) };
};

/** The fields of a town or plan in their order, and all measures that stand in what is asked about. */
export const measuresPlaced = (
  db: Statements,
  municipality: string,
  scope: ProgressScope,
  view: View,
): { readonly fields: readonly FieldInTree[]; readonly rows: readonly PlacedRow[] } => {
  const params = { ...paramsOf(view), town: municipality, plan: scope.plan ?? null };
  const fields = fieldsInOrder(
    db,
    `s.municipality = ${townKey('$town')} AND ($plan IS NULL OR s.id = $plan)`,
    params,
    view,
  );
  const rows = db.all<PlacedRow>(
    `${visible(view)}
    SELECT s.measure, s.state, s.status, s.late > 0 AS late, s.stale, s.unclear, s.own, t.id AS plan,
      p.field
    FROM shown s
    LEFT JOIN place p ON p.measure = s.measure
    LEFT JOIN stream t ON t.key = p.plan
    WHERE s.municipality = ${townKey('$town')} AND ($plan IS NULL OR t.id = $plan)`,
    params,
  );
  return { fields, rows: inScope(rows, fields, scope) };
};

const inScope = (
  rows: readonly PlacedRow[],
  fields: readonly FieldInTree[],
  { field }: ProgressScope,
): readonly PlacedRow[] => {
  if (field === undefined) return rows;
  const within = new Set(fields.filter(({ path }) => path.includes(field)).map(({ id }) => id));
  return rows.filter((row) => row.field !== null && within.has(row.field));
};

/** Each measure once, though it may stand in several plans. */
class Group {
  readonly tallies = new Tallies();
  private readonly seen = new Set<number>();

  add(row: PlacedRow): void {
    if (this.seen.has(row.measure)) return;
    this.seen.add(row.measure);
    this.tallies.add(row);
  }
}

/** How many stand where: all, in each field, and in none. */
export const countPlaced = (
  fields: readonly FieldInTree[],
  rows: readonly PlacedRow[],
): Pick<Progress, 'counts' | 'ownProjects' | 'fields' | 'withoutField' | 'inSeveralFields'> => {
  const all = new Group();
  const without = new Group();
  const groups = new Map(
    fields.map((field) => [field.id, { field, own: new Group(), all: new Group() }]),
  );
  const placed = new Set(
    rows.flatMap(({ measure, field }) => (field !== null && groups.has(field) ? [measure] : [])),
  );
  const tops = new Map<number, Set<string>>();
  for (const row of rows) {
    all.add(row);
    if (!placed.has(row.measure)) without.add(row);
    const group = groups.get(row.field ?? '');
    if (!group) continue;
    group.own.add(row);
    const top = group.field.path.at(-1)!;
    if (row.own === 0) tops.set(row.measure, (tops.get(row.measure) ?? new Set()).add(top));
    for (const id of group.field.path) groups.get(id)?.all.add(row);
  }
  return {
    counts: all.tallies.counts,
    ownProjects: all.tallies.ownProjects,
    withoutField: without.tallies.counts,
    inSeveralFields: [...tops.values()].filter(({ size }) => size > 1).length,
    fields: [...groups.values()].map((group): FieldProgress => ({
      ...pick(group.field),
      own: group.own.tallies.counts,
      all: group.all.tallies.counts,
    })),
  };
};

const pick = ({ path: _path, ...field }: FieldInTree) => field;

interface Beginnings {
  readonly first: number | null;
  readonly recorded: number | null;
  readonly imported: Day | null;
}

/** Where charts of a town begin. What an old edition says was recorded then, though nobody had it here yet. */
export const beginnings = (
  db: Statements,
  municipality: string,
  view: View,
): Pick<Progress, 'firstDay' | 'recordedSince'> => {
  const params = { ...paramsOf(view), town: municipality };
  const { first, recorded, imported } = db.get<Beginnings>(
    `${visible(view)}
    SELECT
      (SELECT min(i.valid_from) FROM measure_interval i JOIN shown s
        ON s.municipality = i.municipality AND s.measure = i.measure
        WHERE s.municipality = ${townKey('$town')} AND i.valid_from > ${BEGINNING}
        AND i.known_to = ${OPEN}) AS first,
      (SELECT min(c.recorded_on) FROM change c WHERE c.municipality = ${townKey('$town')}
        AND ${townSeen('c.municipality', view.viewer)}) AS recorded,
      (SELECT min(json_extract(l.facts, '$.importedFrom')) FROM stream s
        JOIN plan_interval l ON l.plan = s.key AND l.known_to = ${OPEN}
        WHERE s.municipality = ${townKey('$town')} AND s.category = 'plan'
        AND ${seen('s', view.viewer)}) AS imported`,
    params,
  ) ?? { first: null, recorded: null, imported: null };
  return {
    firstDay: first === null ? null : dayOf(first),
    recordedSince: earlierOf(recorded === null ? null : dayOf(recorded), imported),
  };
};

const earlierOf = (one: Day | null, other: Day | null): Day | null =>
  one === null || (other !== null && other < one) ? other : one;
