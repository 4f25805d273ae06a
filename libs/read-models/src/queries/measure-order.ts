import { END } from '../store/schema.js';
import type { MeasureFilter, View } from '../types.js';
import type { FieldInTree } from './fields.js';
import { holds, type Params } from './scope.js';

/** How a list is ordered: by expressions, unique together, and what they need joined. */
export interface Order {
  readonly from: string;
  readonly keys: readonly string[];
  /** All of them from the largest to the smallest. */
  readonly descending?: boolean;
  readonly params: Params;
}

const LAST = Number.MAX_SAFE_INTEGER;
const inTown = 's.municipality, s.measure';

/** The tables of a list within a town, and its order. */
export const orderOf = (
  { sort = 'plan', descending, plan }: MeasureFilter,
  fields: readonly FieldInTree[],
  view: View,
): Order => {
  const by = (key: string) => (descending ? `-(${key})` : key);
  const own = (...keys: string[]): Order => ({
    from: 'shown s',
    keys: [...keys, ...inTown.split(', ')],
    params: {},
  });
  switch (sort) {
    case 'status':
      return own(by('s.status'));
    case 'lastNews':
      // Newest first, unless asked otherwise; measures without news come last.
      return own(
        descending === false ? `coalesce(s.last_news, ${END})` : `-coalesce(s.last_news, -${END})`,
      );
    case 'plannedEnd':
      return own(
        descending ? `-coalesce(s.planned_end, -${END})` : `coalesce(s.planned_end, ${END})`,
      );
    case 'title':
      return { ...titleOrder(view), descending };
    case 'plan':
      return { ...planOrder(fields, plan), descending };
  }
};

const titleOrder = (view: View): Order => ({
  from: `shown s CROSS JOIN measure_text t
    ON t.municipality = s.municipality AND t.measure = s.measure AND ${holds('t', view)}`,
  keys: ['t.title_key', 't.measure'],
  params: {},
});

/** Measures and fields that stand side by side have ranks of one row: a measure at the top may come between two fields. */
const planOrder = (fields: readonly FieldInTree[], plan: string | undefined): Order => ({
  from: `shown s
    LEFT JOIN place o ON o.measure = s.measure AND o.plan = (SELECT min(p.plan) FROM place p
      WHERE p.measure = s.measure
      ${plan === undefined ? '' : 'AND p.plan = (SELECT key FROM stream WHERE id = $orderPlan)'})
    LEFT JOIN json_each($order) f ON f.key = o.field`,
  keys: [
    `coalesce(o.plan, ${LAST})`,
    `CASE WHEN o.field IS NULL THEN '' ELSE coalesce(f.value, '~') END
      || printf('%0${DIGITS}d', o.rank + ${LOWEST})`,
    `coalesce(o.number_key, '')`,
    's.measure',
  ],
  params: { orderPlan: plan ?? null, order: JSON.stringify(Object.fromEntries(keysOf(fields))) },
});

/** Ranks are whole numbers of either sign: added to this, with so many digits, they sort as texts. */
const LOWEST = 2 ** 53;
const DIGITS = 17;

/** For each field a text that sorts as it stands in its plan, after a measure of the same rank. */
const keysOf = (fields: readonly FieldInTree[]): ReadonlyMap<string, string> => {
  const keys = new Map<string, string>();
  for (const { id, rank, path } of fields) {
    const own = String(BigInt(rank) + BigInt(LOWEST)).padStart(DIGITS, '0');
    keys.set(id, `${keys.get(path[1] ?? '') ?? ''}${own}${id}`);
  }
  return keys;
};

/** The keys of the last row of a page, as an opaque text. */
export const cursorOf = (keys: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

/** Whether a text may be the `next` of some page of measures. */
export const isMeasureCursor = (text: string): boolean => readCursor(text, [1, 2, 3, 4]) !== null;

/** Null for a text that was never a cursor of this order. */
export const readCursor = (cursor: string, keys: readonly number[]): (string | number)[] | null => {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(values) &&
      keys.includes(values.length) &&
      values.every((value) => typeof value === 'string' || typeof value === 'number')
      ? (values as (string | number)[])
      : null;
  } catch {
    return null;
  }
};
