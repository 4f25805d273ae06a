import type { PlanField } from '@klimaspur/domain';
import type { Statements } from '../store/statements.js';
import type { View } from '../types.js';
import { paramsOf, seen, visible, type Params } from './scope.js';

/** A field where it stands in its plan. */
export interface FieldInTree extends PlanField {
  readonly plan: string;
  readonly depth: number;
  /** Itself first, then all above it, innermost first. */
  readonly path: readonly string[];
}

/**
 * Fields of visible plans in the order of the plan; `condition` speaks about `f` and `s`, its plan's stream. A field
 * that holds drafts alone, itself and below, is one as well.
 */
export const fieldsInOrder = (
  db: Statements,
  condition: string,
  params: Params,
  view: View,
): readonly FieldInTree[] => {
  const rows = db.all<{ plan: string; facts: string; holds: Holding }>(
    `${visible(view)} SELECT s.id AS plan, f.facts, ${holdingOf(view)} AS holds FROM field f 
    JOIN stream s ON s.key = f.plan WHERE ${condition} ORDER BY f.plan`,
    { ...paramsOf(view), ...params },
  );
  const fields = rows.map(({ plan, facts, holds }) => ({
    ...(JSON.parse(facts) as PlanField),
    ...{ plan, holds },
  }));
  return withoutDrafts(inOrder(fields)).map(({ holds: _holds, ...field }) => field);
};

type Holding = 'measures' | 'drafts' | 'nothing';
type Loose = PlanField & { readonly plan: string; readonly holds: Holding };
type Placed = Loose & FieldInTree;

/** What the field `f` holds for the viewer, on whatever day. */
const holdingOf = ({ viewer }: View): string => {
  const holding = `SELECT 1 FROM placement p JOIN stream m ON m.key = p.measure
    WHERE p.plan = f.plan AND p.field = f.field`;
  return `CASE WHEN EXISTS (${holding} AND ${seen('m', viewer)}) THEN 'measures'
    WHEN EXISTS (${holding}) THEN 'drafts' ELSE 'nothing' END`;
};

/** Ids of the fields of a plan, of those too that are no longer there, of which the viewer may know nothing. */
export const hiddenFields = (db: Statements, plan: string, view: View): ReadonlySet<string> => {
  const rows = db.all<{ field: string; parent: string | null; holds: Holding }>(
    `SELECT DISTINCT f.field, json_extract(f.facts, '$.parent') AS parent, ${holdingOf(view)} AS holds
    FROM field_interval f JOIN stream s ON s.key = f.plan WHERE s.id = $plan AND s.category = 'plan'`,
    { ...paramsOf(view), plan },
  );
  const above = Map.groupBy(rows, ({ field }) => field);
  const pathOf = (field: string, path: ReadonlySet<string> = new Set()): ReadonlySet<string> =>
    (above.get(field) ?? []).reduce(
      (all, { parent }) => (parent === null || all.has(parent) ? all : pathOf(parent, all)),
      new Set([...path, field]) as ReadonlySet<string>,
    );
  const paths = rows.map(({ field, holds }) => ({ field, holds, path: [...pathOf(field)] }));
  const kept = new Set(withoutDrafts(paths).map(({ field }) => field));
  return new Set(rows.flatMap(({ field }) => (kept.has(field) ? [] : [field])));
};

const withoutDrafts = <F extends Pick<Placed, 'path' | 'holds'>>(
  fields: readonly F[],
): readonly F[] => {
  const pathsOf = (what: Holding) =>
    new Set(fields.flatMap(({ path, holds }) => (holds === what ? path : [])));
  const drafts = pathsOf('drafts');
  if (drafts.size === 0) return fields;
  const shown = pathsOf('measures');
  return fields.filter(({ path }) => path.every((id) => shown.has(id) || !drafts.has(id)));
};

const inOrder = (fields: readonly Loose[]): Placed[] => {
  const ids = new Set(fields.map(({ id }) => id));
  const children = new Map<string | null, Loose[]>();
  for (const field of fields) {
    // A parent that is not there on that day leaves its children at the top.
    const parent = field.parent !== null && ids.has(field.parent) ? field.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), field]);
  }
  const ordered: Placed[] = [];
  const visited = new Set<string>();
  const visit = (parent: string | null, path: readonly string[]): void => {
    for (const field of (children.get(parent) ?? []).sort(byRank)) {
      if (visited.has(field.id)) continue;
      visited.add(field.id);
      const own = [field.id, ...path];
      ordered.push({ ...field, depth: path.length, path: own });
      visit(field.id, own);
    }
  };
  visit(null, []);
  // Fields that stand within each other by two moves seen out of order: shown at the top, not lost.
  for (const field of fields) {
    if (visited.has(field.id)) continue;
    visited.add(field.id);
    ordered.push({ ...field, depth: 0, path: [field.id] });
    visit(field.id, [field.id]);
  }
  return ordered;
};

const byRank = (a: Loose, b: Loose): number => {
  if (a.plan !== b.plan) return 0;
  return a.rank - b.rank || (a.id < b.id ? -1 : 1);
};
