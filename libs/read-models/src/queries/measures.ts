import type { Statements } from '../store/statements.js';
import type { MeasureExportRow, MeasureFilter, MeasurePage, View } from '../types.js';
import { noneOf, statusOf } from './counts.js';
import { fieldsInOrder, type FieldInTree } from './fields.js';
import { conditionsOf, type Conditions } from './measure-filter.js';
import { itemsOf, leadOf, rowColumns, type MeasureRow } from './measure-items.js';
import { cursorOf, orderOf, readCursor, type Order } from './measure-order.js';
import { holds, paramsOf, townKey, visible } from './scope.js';

const DEFAULT_LIMIT = 50;
export const LARGEST_PAGE = 200;

/** A page of measures, with how many there are of each status. */
export const measures = (db: Statements, filter: MeasureFilter, view: View): MeasurePage => {
  const asked = ask(db, filter, view);
  const limit = Math.min(Math.max(1, filter.limit ?? DEFAULT_LIMIT), LARGEST_PAGE);
  const facets = facetsOf(db, asked, view);
  const { rows, next } = readPage(db, asked, filter, limit, view);
  const wanted = filter.status?.length ? filter.status : null;
  const total = Object.entries(facets).reduce(
    (sum, [status, n]) => (wanted?.some((one) => one === status) === false ? sum : sum + n),
    0,
  );
  return {
    items: itemsOf(db, rows, view, filter.plan).map(({ item }) => item),
    ...{ total, next, facets },
  };
};

/** Measures that fit, for files, a part at a time: `cursor` is the `next` of the part before. */
export const exportPart = (
  db: Statements,
  filter: MeasureFilter,
  view: View,
): { readonly rows: readonly MeasureExportRow[]; readonly next: string | null } => {
  const names = new Map(allFields(db, filter, view).map((field) => [field.id, field] as const));
  const pathOf = (field: string | null | undefined): string[] =>
    (names.get(field ?? '')?.path ?? []).map((id) => names.get(id)?.name ?? '').reverse();
  const { rows, next } = readPage(db, ask(db, filter, view), filter, LARGEST_PAGE, view);
  return {
    next,
    rows: itemsOf(db, rows, view, filter.plan).map(({ item, sheet, state }) => ({
      ...item,
      texts: sheet.texts,
      path: pathOf(item.place?.field),
      leadExplanation: leadOf(state)?.explanation ?? null,
      ownProposal: sheet.ownProposal ?? false,
      budget: sheet.budget ?? null,
      savings: sheet.savings ?? null,
    })),
  };
};

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
  const facets = noneOf();
  const rows = db.all<{ status: number; n: number }>(
    `${visible(view)} SELECT s.status, count(*) AS n FROM shown s
    WHERE ${conditions.others} GROUP BY s.status`,
    { ...paramsOf(view), ...conditions.params },
  );
  for (const { status, n } of rows) facets[statusOf(status)] = n;
  return facets;
};

const readPage = (
  db: Statements,
  { conditions, order }: Asked,
  { cursor, page }: MeasureFilter,
  limit: number,
  view: View,
): { rows: readonly MeasureRow[]; next: string | null } => {
  const after = cursor === undefined ? null : readCursor(cursor, order.keys.length);
  const places = order.keys.map((_, n) => `$after${n}`).join(', ');
  const keys = order.keys.map((key, n) => `${key} AS key${n}`).join(', ');
  const ordered = order.keys.map((_, n) => `key${n}`).join(', ');
  const rows = db.all<MeasureRow & Record<string, string | number>>(
    `${visible(view)},
    page AS MATERIALIZED (
      SELECT s.*, ${keys} FROM ${order.from}
      WHERE ${conditions.others} AND ${conditions.status}
      ${after ? `AND (${order.keys.join(', ')}) > (${places})` : ''}
      ORDER BY ${order.keys.join(', ')} LIMIT $limit OFFSET $offset)
    SELECT ${rowColumns}, ${ordered} FROM page
    JOIN stream m ON m.key = page.measure
    JOIN measure_state a ON a.measure = page.measure AND a.state = page.state
    JOIN measure_text x ON x.measure = page.measure AND ${holds('x', view)}
    ORDER BY ${ordered}`,
    {
      ...paramsOf(view),
      ...conditions.params,
      ...order.params,
      ...Object.fromEntries((after ?? []).map((value, n) => [`after${n}`, value])),
      limit: limit + 1,
      offset: cursor === undefined ? (Math.max(1, page ?? 1) - 1) * limit : 0,
    },
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next =
    last && rows.length > limit ? cursorOf(order.keys.map((_, n) => last[`key${n}`])) : null;
  return { rows: shown, next };
};
