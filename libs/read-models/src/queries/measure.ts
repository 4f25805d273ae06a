import { isOwnProject, supportOf, unreadState } from '@klimaspur/domain';
import type { Statements } from '../store/statements.js';
import type { PlanFacts } from '../project/plan-projection.js';
import type { MeasureDetail, PlaceInPlan, View } from '../types.js';
import { fieldsInOrder } from './fields.js';
import { itemsOf, rowColumns, type MeasureRow } from './measure-items.js';
import { holds, paramsOf, visible } from './scope.js';

type Row = MeasureRow & { readonly revision: number; readonly recordedAt: number };

/** Everything about one measure; undefined: there is none that the viewer may see at that moment. */
export const measure = (db: Statements, id: string, view: View): MeasureDetail | undefined => {
  const row = db.get<Row>(
    `${visible(view)}
    SELECT ${rowColumns}, m.revision, m.recorded_at AS recordedAt
    FROM stream m
    JOIN shown page ON page.municipality = m.municipality AND page.measure = m.key
    JOIN measure_state a ON a.measure = page.measure AND a.state = page.state
    JOIN measure_text x ON x.measure = page.measure AND ${holds('x', view)}
    WHERE m.id = $id AND m.category = 'measure'`,
    { ...paramsOf(view), id },
  );
  const [made] = row ? itemsOf(db, [row], view) : [];
  if (!row || !made) return undefined;
  const { item, sheet, state } = made;
  const { decision, implementation, delay, permanent, plannedStart, plannedEnd } = state;
  const { startedOn, endedOn, moves, responsible, findings } = state;
  return {
    ...item,
    revision: row.revision,
    recordedAt: new Date(row.recordedAt).toISOString(),
    origin: sheet.origin ?? null,
    ownProposal: sheet.ownProposal ?? false,
    texts: sheet.texts,
    terms: sheet.terms ?? {},
    round: state.round,
    budget: sheet.budget ?? null,
    savings: sheet.savings ?? null,
    facts: {
      ...{ decision, implementation, delay, permanent, plannedStart, plannedEnd },
      ...{ startedOn, endedOn, moves, responsible },
      support: supportOf(state),
      tables: state.allies.tables,
      ownProject: isOwnProject(state) ? { actor: state.allies.project } : null,
      findings,
      unread: unreadState(state, sheet.texts.statusNote) !== null,
    },
    places: places(db, row.measure, view),
  };
};

/** Titles of those of these measures that the viewer may see, by id. */
export const measureTitles = (
  db: Statements,
  ids: readonly string[],
  view: View,
): ReadonlyMap<string, string> => {
  const rows = db.all<{ id: string; title: string }>(
    `${visible(view)}
    SELECT m.id, x.title FROM json_each($ids) n
    JOIN stream m ON m.id = n.value AND m.category = 'measure'
    JOIN shown page ON page.municipality = m.municipality AND page.measure = m.key
    JOIN measure_text x ON x.measure = page.measure AND ${holds('x', view)}`,
    { ...paramsOf(view), ids: JSON.stringify(ids) },
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
};

const places = (db: Statements, key: number, view: View): MeasureDetail['places'] => {
  const rows = db.all<Omit<PlaceInPlan, 'fieldName' | 'fieldPath'> & { readonly facts: string }>(
    `${visible(view)}
    SELECT l.id AS plan, p.field, p.number, p.rank, i.facts FROM place p
    JOIN stream l ON l.key = p.plan
    JOIN plan_interval i ON i.plan = p.plan AND ${holds('i', view)}
    WHERE p.measure = $key ORDER BY p.plan`,
    { ...paramsOf(view), key },
  );
  const fields = fieldsInOrder(
    db,
    'f.plan IN (SELECT p.plan FROM place p WHERE p.measure = $key)',
    { key },
    view,
  );
  const byId = new Map(fields.map((field) => [field.id, field]));
  return rows.map(({ facts, ...place }) => {
    const path = [...(byId.get(place.field ?? '')?.path ?? [])].reverse();
    return {
      ...place,
      fieldName: byId.get(place.field ?? '')?.name ?? null,
      fieldPath: path.map((id) => byId.get(id)?.name ?? ''),
      planTitle: (JSON.parse(facts) as PlanFacts).title,
      path: path.map((id) => {
        const { name = '', number = null } = byId.get(id) ?? {};
        return { id, name, number };
      }),
    };
  });
};
