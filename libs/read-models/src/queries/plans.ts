import { dayOf } from '@klimaspur/domain';
import type { PlanFacts } from '../project/plan-projection.js';
import { ELSEWHERE } from '../project/codes.js';
import type { Statements } from '../store/statements.js';
import type { PlanDetail, PlanItem, View } from '../types.js';
import { fieldsInOrder, type FieldInTree } from './fields.js';
import { voidedIn } from './marks.js';
import { entrySeen, holds, paramsOf, seen, visible, type Params } from './scope.js';

interface Row {
  readonly id: string;
  readonly municipality: string;
  readonly published: number;
  readonly revision: number;
  readonly facts: string;
  readonly importedOn: number | null;
}

/** The plans of the town with this key, oldest first. */
export const plansOf = (db: Statements, town: number, view: View): PlanItem[] =>
  plans(db, 's.municipality = $town', { town }, view);

/** One plan with its fields; undefined: there is none that the viewer may see. */
export const plan = (db: Statements, id: string, view: View): PlanDetail | undefined => {
  const [found] = plans(db, 's.id = $plan', { plan: id }, view);
  if (!found) return undefined;
  return { ...found, fields: fieldsInOrder(db, 's.id = $plan', { plan: id }, view).map(pick) };
};

/** Those of these plans that the viewer may see, by id. */
export const plansById = (
  db: Statements,
  ids: readonly string[],
  view: View,
): ReadonlyMap<string, PlanItem> =>
  new Map(
    plans(
      db,
      's.id IN (SELECT value FROM json_each($ids))',
      { ids: JSON.stringify(ids) },
      view,
    ).map((item) => [item.id, item]),
  );

/** The measures that stand in a field itself (null: in none), in their order, with their ranks. */
export const measuresInOrder = (
  db: Statements,
  plan: string,
  field: string | null,
  view: View,
): readonly { readonly id: string; readonly rank: number }[] =>
  db.all<{ id: string; rank: number }>(
    `${visible(view)} SELECT m.id, p.rank FROM stream l
    JOIN place p ON p.plan = l.key
    JOIN shown s ON s.municipality = l.municipality AND s.measure = p.measure
    JOIN stream m ON m.key = p.measure
    WHERE l.id = $plan AND p.field IS $field AND s.status <> ${ELSEWHERE}
    ORDER BY p.rank, p.number_key, p.measure`,
    { ...paramsOf(view), plan, field },
  );

const plans = (db: Statements, condition: string, params: Params, view: View): PlanItem[] =>
  db
    .all<Row>(
      `SELECT s.id, t.id AS municipality, s.published, s.revision, i.facts,
        ${importedOn(view)} AS importedOn FROM plan_interval i
      JOIN stream s ON s.key = i.plan
      JOIN stream t ON t.key = s.municipality
      WHERE ${condition} AND ${seen('s', view.viewer)} AND ${holds('i', view)}
      ORDER BY s.key`,
      { ...paramsOf(view), ...params },
    )
    .map(({ facts, published, importedOn: on, ...row }) => {
      const { importedFrom: _from, ...told } = JSON.parse(facts) as PlanFacts;
      return {
        ...told,
        ...row,
        importedOn: on === null ? null : dayOf(on),
        published: published === 1,
      };
    });

/** The day of the first import of which the viewer is told; all of them are in brief. */
const importedOn = (view: View): string =>
  `CASE WHEN json_extract(i.facts, '$.importedOn') IS NOT NULL THEN
    (SELECT min(c.recorded_on) FROM change c WHERE c.municipality = s.municipality AND c.brief = 1
      AND c.stream = s.key AND c.type = 'PlanImportCompleted' AND NOT ${voidedIn('c', view)}
      AND c.known_since <= $known AND ${entrySeen(view.viewer)}) END`;

const pick = ({ path: _path, plan: _plan, ...field }: FieldInTree) => field;
