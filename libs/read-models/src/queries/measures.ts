import { statuses, type MeasureState } from '@klimaspur/domain';
import type { IntervalIndex } from '../store/interval-index.js';
import type { Statements } from '../store/statements.js';
import type { MeasureExportRow, MeasureFilter, MeasurePage, View } from '../types.js';
import { pageOfAll } from './all-measures.js';
import { facetsFrom } from './counts.js';
import { fieldsInOrder, type FieldInTree } from './fields.js';
import { concernsAllTowns, conditionsOf, type Conditions } from './measure-filter.js';
import { byDay, itemsOf, leadOf, type MeasureRow, onDay, rowColumns } from './measure-items.js';
import { cursorOf, orderOf, readCursor, type Order } from './measure-order.js';
import { plansById } from './plans.js';
import { holds, paramsOf, townKey, visible } from './scope.js';

const DEFAULT_LIMIT = 50;
export const LARGEST_PAGE = 200;

/** A page of measures, with how many there are of each status. */
export const measures = (
  db: Statements,
  index: IntervalIndex,
  filter: MeasureFilter,
  view: View,
): MeasurePage => {
  if (concernsAllTowns(filter)) return allMeasures(db, index, filter, view);
  const asked = ask(db, filter, view);
  const limit = limitOf(filter);
  const facets = facetsOf(db, asked, view);
  const { rows, next } = readPage(db, asked, filter, limit, view);
  return {
    items: itemsOf(db, rows, view, filter.plan).map(({ item }) => item),
    ...{ total: totalOf(facets, filter), next, facets },
  };
};

const limitOf = ({ limit }: MeasureFilter): number =>
  Math.min(Math.max(1, limit ?? DEFAULT_LIMIT), LARGEST_PAGE);

const offsetOf = ({ cursor, page }: MeasureFilter, limit: number): number =>
  cursor === undefined ? (Math.max(1, page ?? 1) - 1) * limit : 0;

const totalOf = (facets: MeasurePage['facets'], { status }: MeasureFilter): number =>
  [...new Set(status?.length ? status : statuses)].reduce((sum, one) => sum + facets[one], 0);

const allMeasures = (
  db: Statements,
  index: IntervalIndex,
  filter: MeasureFilter,
  view: View,
): MeasurePage => {
  const { rows, next, facets } = readAll(db, index, filter, limitOf(filter), view);
  return {
    items: itemsOf(db, rows, view).map(({ item }) => item),
    ...{ total: totalOf(facets, filter), next, facets },
  };
};

const readAll = (
  db: Statements,
  index: IntervalIndex,
  filter: MeasureFilter,
  limit: number,
  view: View,
): { rows: readonly MeasureRow[]; next: string | null; facets: MeasurePage['facets'] } => {
  const after = filter.cursor === undefined ? null : readCursor(filter.cursor, [1, 2]);
  const slice = { limit, offset: offsetOf(filter, limit), after };
  const { facets, keys, next } = pageOfAll(db, index, filter, slice, view);
  const counted = facetsFrom(facets.flatMap((n, status) => [{ status, n }]));
  return { rows: rowsOf(db, keys, view), next: next && cursorOf(next), facets: counted };
};

/** The rows of these measures, in this order. */
export const rowsOf = (
  db: Statements,
  keys: readonly { readonly municipality: number; readonly measure: number }[],
  view: View,
): MeasureRow[] => {
  const rows = db.all<MeasureRow>(
    `${visible(view)}
    SELECT ${rowColumns} FROM json_each($keys) k
    CROSS JOIN shown page ON page.municipality = k.value ->> 'municipality'
      AND page.measure = k.value ->> 'measure'
    JOIN stream m ON m.key = page.measure
    JOIN measure_state a ON a.measure = page.measure AND a.state = page.state
    JOIN measure_text x ON x.measure = page.measure AND ${holds('x', view)}`,
    { ...paramsOf(view), keys: JSON.stringify(keys) },
  );
  const byMeasure = new Map(rows.map((row) => [row.measure, row]));
  return keys.flatMap(({ measure }) => byMeasure.get(measure) ?? []);
};

/** Measures that fit, for files, a part at a time: `cursor` is the `next` of the part before. */
export const exportPart = (
  db: Statements,
  index: IntervalIndex,
  filter: MeasureFilter,
  view: View,
): { readonly rows: readonly MeasureExportRow[]; readonly next: string | null } => {
  const names = new Map(allFields(db, filter, view).map((field) => [field.id, field] as const));
  const pathOf = (field: string | null | undefined): string[] =>
    (names.get(field ?? '')?.path ?? []).map((id) => names.get(id)?.name ?? '').reverse();
  const { rows, next } = concernsAllTowns(filter)
    ? readAll(db, index, filter, LARGEST_PAGE, view)
    : readPage(db, ask(db, filter, view), filter, LARGEST_PAGE, view);
  const made = itemsOf(db, rows, view, filter.plan);
  const ids = new Set(made.flatMap(({ item }) => item.place?.plan ?? []));
  const plans = plansById(db, [...ids], view);
  return {
    next,
    rows: made.map(({ item, sheet, state }) => ({
      ...item,
      texts: sheet.texts,
      path: pathOf(item.place?.field),
      leadExplanation: leadOf(state)?.explanation ?? null,
      partners: state.responsible.filter(({ responsibility }) => responsibility === 'PARTNER'),
      plan: plans.get(item.place?.plan ?? '') ?? null,
      since: {
        decision: state.decision.on,
        implementation: onDay(sinceOf(state)),
        implementationBy: byDay(sinceOf(state)),
        delay: state.delay && state.delay.on,
        assessment: state.assessment && state.assessment.on,
        news: state.last && state.last.dated,
      },
      reasons: state,
      ownProposal: sheet.ownProposal ?? false,
      terms: sheet.terms ?? {},
      budget: sheet.budget ?? null,
      savings: sheet.savings ?? null,
    })),
  };
};

/** Since when the state holds, where neither the begin nor the end of the work says it. */
const sinceOf = ({ implementation, startedOn, endedOn }: MeasureState) =>
  [startedOn?.entry, endedOn?.entry].includes(implementation.entry)
    ? null
    : { ...implementation, value: implementation.on };

interface Asked {
  readonly conditions: Conditions;
  readonly order: Order;
}

const ask = (db: Statements, filter: MeasureFilter, view: View): Asked => {
  const fields = fieldsAskedFor(db, filter, view);
  return { conditions: conditionsOf(filter, fields, view), order: orderOf(filter, fields, view) };
};

/** Only the fields of the town or plan in question; over all towns none are needed. */
const fieldsAskedFor = (
  db: Statements,
  { municipality, plan, field }: MeasureFilter,
  view: View,
): readonly FieldInTree[] => {
  if (municipality === undefined && plan === undefined && field === undefined) return [];
  const condition =
    plan !== undefined
      ? 's.id = $plan'
      : municipality !== undefined
        ? `s.municipality = ${townKey('$town')}`
        : 'f.plan IN (SELECT plan FROM field_interval WHERE field = $field)';
  const params = { plan: plan ?? null, town: municipality ?? null, field: field ?? null };
  return fieldsInOrder(db, condition, params, view);
};

const allFields = (db: Statements, filter: MeasureFilter, view: View) =>
  filter.municipality === undefined && filter.plan === undefined
    ? fieldsInOrder(db, '1', {}, view)
    : fieldsAskedFor(db, filter, view);

const facetsOf = (db: Statements, { conditions }: Asked, view: View): MeasurePage['facets'] => {
  const rows = db.all<{ status: number; n: number }>(
    `${visible(view)} SELECT s.status, count(*) AS n FROM shown s
    WHERE ${conditions.others} GROUP BY s.status`,
    { ...paramsOf(view), ...conditions.params },
  );
  return facetsFrom(rows);
};

const readPage = (
  db: Statements,
  { conditions, order }: Asked,
  filter: MeasureFilter,
  limit: number,
  view: View,
): { rows: readonly MeasureRow[]; next: string | null } => {
  const { cursor } = filter;
  const after = cursor === undefined ? null : readCursor(cursor, [order.keys.length]);
  const places = order.keys.map((_, n) => `$after${n}`).join(', ');
  const [compare, direction] = order.descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const inOrder = (names: readonly string[]) =>
    names.map((name) => `${name} ${direction}`).join(', ');
  const keys = order.keys.map((key, n) => `${key} AS key${n}`).join(', ');
  const ordered = order.keys.map((_, n) => `key${n}`).join(', ');
  const rows = db.all<MeasureRow & Record<string, string | number>>(
    `${visible(view)},
    page AS MATERIALIZED (
      SELECT s.*, ${keys} FROM ${order.from}
      WHERE ${conditions.others} AND ${conditions.status}
      ${after ? `AND (${order.keys.join(', ')}) ${compare} (${places})` : ''}
      ORDER BY ${inOrder(order.keys)} LIMIT $limit OFFSET $offset)
    SELECT ${rowColumns}, ${ordered} FROM page
    JOIN stream m ON m.key = page.measure
    JOIN measure_state a ON a.measure = page.measure AND a.state = page.state
    JOIN measure_text x ON x.measure = page.measure AND ${holds('x', view)}
    ORDER BY ${inOrder(order.keys.map((_, n) => `key${n}`))}`,
    {
      ...paramsOf(view),
      ...conditions.params,
      ...order.params,
      ...Object.fromEntries((after ?? []).map((value, n) => [`after${n}`, value])),
      limit: limit + 1,
      offset: offsetOf(filter, limit),
    },
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next =
    last && rows.length > limit ? cursorOf(order.keys.map((_, n) => last[`key${n}`])) : null;
  return { rows: shown, next };
};
