import type { PlanField } from '@klimaspur/domain';
import type { Statements } from '../store/statements.js';
import type { View } from '../types.js';
import { paramsOf, visible, type Params } from './scope.js';

/** A field where it stands in its plan. */
export interface FieldInTree extends PlanField {
  readonly plan: string;
  readonly depth: number;
  /** Itself first, then all above it, innermost first. */
  readonly path: readonly string[];
}

/** Fields of visible plans in the order of the plan; `condition` speaks about `f` and `s`, its plan's stream. */
export const fieldsInOrder = (
  db: Statements,
  condition: string,
  params: Params,
  view: View,
): readonly FieldInTree[] => {
  const rows = db.all<{ plan: string; facts: string }>(
    `${visible(view)} SELECT s.id AS plan, f.facts FROM field f JOIN stream s ON s.key = f.plan
    WHERE ${condition} ORDER BY f.plan`,
    { ...paramsOf(view), ...params },
  );
  const fields = rows.map(({ plan, facts }) => ({ ...(JSON.parse(facts) as PlanField), plan }));
  return inOrder(fields);
};

type Loose = PlanField & { readonly plan: string };

const inOrder = (fields: readonly Loose[]): FieldInTree[] => {
  const ids = new Set(fields.map(({ id }) => id));
  const children = new Map<string | null, Loose[]>();
  for (const field of fields) {
    // A parent that is not there on that day leaves its children at the top.
    const parent = field.parent !== null && ids.has(field.parent) ? field.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), field]);
  }
  const ordered: FieldInTree[] = [];
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
