import type { MeasureFilter, View } from '../types.js';
import {
  decisionCode,
  ELSEWHERE,
  heirStates,
  implementationCode,
  statusCode,
} from '../project/codes.js';
import type { FieldInTree } from './fields.js';
import { townKey, type Params } from './scope.js';
import { inMeasure } from './text-search.js';

/** Conditions on `shown s`; the status apart, because facets leave it out. */
export interface Conditions {
  readonly others: string;
  readonly status: string;
  readonly params: Params;
}

const oneOf = <T>(
  column: string,
  words: readonly T[] | undefined,
  codes: ReadonlyMap<T, number>,
) =>
  words === undefined || words.length === 0
    ? []
    : [`${column} IN (${words.flatMap((word) => codes.get(word) ?? []).join(', ')})`];

const flag = (column: string, wanted: boolean | undefined) =>
  wanted === undefined ? [] : [`${column} ${wanted ? '>' : '='} 0`];

/** Neither of one town nor of a part of one. */
export const concernsAllTowns = ({ municipality, plan, field }: MeasureFilter): boolean =>
  municipality === undefined && plan === undefined && field === undefined;

/** What goes on elsewhere is listed only for those who ask for such decisions. */
export const asksForHeirs = ({ decision }: MeasureFilter): boolean =>
  heirStates.some((state) => decision?.includes(state) ?? false);

/** What a filter means in SQL. `fields` are those of the plan that the field asked for lies in. */
export const conditionsOf = (
  filter: MeasureFilter,
  fields: readonly FieldInTree[],
  view: View,
): Conditions => {
  const params: Params = {};
  const others: string[] = [];
  if (filter.municipality !== undefined) {
    params['town'] = filter.municipality;
    others.push(`s.municipality = ${townKey('$town')}`);
  }
  if (filter.plan !== undefined) {
    params['plan'] = filter.plan;
    others.push(`s.municipality = (SELECT municipality FROM stream WHERE id = $plan)`);
    others.push(`EXISTS (SELECT 1 FROM place p JOIN stream l ON l.key = p.plan
      WHERE p.measure = s.measure AND l.id = $plan)`);
  }
  if (filter.field === 'none') {
    others.push(`NOT EXISTS (SELECT 1 FROM place p WHERE p.measure = s.measure
      AND p.field IS NOT NULL)`);
  } else if (filter.field !== undefined) {
    const { field } = filter;
    const within = fields.filter(({ path }) => path.includes(field)).map(({ id }) => id);
    params['fields'] = JSON.stringify(filter.withoutInner ? [field] : within);
    params['field'] = field;
    others.push(`s.municipality = (SELECT l.municipality FROM field_interval v
      JOIN stream l ON l.key = v.plan WHERE v.field = $field LIMIT 1)`);
    others.push(`EXISTS (SELECT 1 FROM place p WHERE p.measure = s.measure
      AND p.field IN (SELECT value FROM json_each($fields)))`);
  }
  others.push(
    ...oneOf('s.decision', filter.decision, decisionCode),
    ...oneOf('s.implementation', filter.implementation, implementationCode),
    ...flag('s.late', filter.late),
    ...flag('s.stale', filter.stale),
    ...flag('s.unclear', filter.toBeClarified),
    ...flag('s.own', filter.ownProjects),
  );
  if (!asksForHeirs(filter)) others.push(`s.status <> ${ELSEWHERE}`);
  const search = filter.q === undefined ? null : inMeasure(filter.q, view);
  if (search) others.push(search.condition);
  return {
    others: others.join(' AND ') || '1',
    status: oneOf('s.status', filter.status, statusCode).join('') || '1',
    params: { ...params, ...search?.params },
  };
};
