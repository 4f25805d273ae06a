import { dayNumber, dayOf } from '@klimaspur/domain';
import { ELSEWHERE } from '../project/codes.js';
import type { Statements } from '../store/statements.js';
import type { StatusOverTime, StatusPoint, View } from '../types.js';
import { noneOf, statusOf } from './counts.js';
import { known, paramsOf, seen, townKey } from './scope.js';

interface Row {
  readonly valid_from: number;
  readonly valid_to: number;
  readonly status: number;
}

/** How many measures of a town stood where on each day: the same numbers as asking for each day alone. */
export const statusOverTime = (
  db: Statements,
  municipality: string,
  { from, to, points, plan }: StatusOverTime,
  view: View,
): StatusPoint[] => {
  const first = dayNumber(from);
  const last = dayNumber(to);
  if (last < first) return [];
  const rows = db.all<Row>(plan === undefined ? ofTown(view) : ofPlan(view), {
    ...paramsOf(view),
    ...{ town: municipality, first, last },
    ...(plan === undefined ? {} : { plan }),
  });
  const turns = turnsOf(rows, first);
  const days =
    points === undefined
      ? [...new Set([first, ...turns.map(({ day }) => day), last])].filter((day) => day <= last)
      : spread(first, last, points);
  return pointsOn(days, turns);
};

const ofTown = (view: View): string =>
  `SELECT i.valid_from, i.valid_to, i.status FROM measure_interval i
  WHERE i.municipality = ${townKey('$town')} AND ${seen('i', view.viewer)}
  AND i.status <> ${ELSEWHERE} AND ${known('i', view.knownAt)}
  AND i.valid_from <= $last AND i.valid_to > $first`;

/** Each measure for as long as it stood in the plan. */
const ofPlan = (view: View): string =>
  `SELECT max(i.valid_from, p.valid_from) AS valid_from, min(i.valid_to, p.valid_to) AS valid_to, i.status
  FROM stream l
  JOIN placement p ON p.plan = l.key AND ${known('p', view.knownAt)}
  JOIN measure_interval i ON i.municipality = l.municipality AND i.measure = p.measure
    AND ${known('i', view.knownAt)}
  WHERE l.id = $plan AND l.category = 'plan' AND l.municipality = ${townKey('$town')}
  AND ${seen('l', view.viewer)} AND ${seen('i', view.viewer)} AND i.status <> ${ELSEWHERE}
  AND i.valid_from < p.valid_to AND p.valid_from < i.valid_to
  AND max(i.valid_from, p.valid_from) <= $last AND min(i.valid_to, p.valid_to) > $first`;

interface Turn {
  readonly day: number;
  readonly status: number;
  readonly by: 1 | -1;
}

/** On which day how many come to a status, or leave it. */
const turnsOf = (rows: readonly Row[], first: number): Turn[] =>
  rows
    .flatMap(({ valid_from, valid_to, status }): Turn[] => [
      { day: Math.max(first, valid_from), status, by: 1 },
      { day: valid_to, status, by: -1 },
    ])
    .sort((a, b) => a.day - b.day);

const spread = (first: number, last: number, points: number): number[] => {
  const steps = Math.max(1, points - 1);
  const days = Array.from({ length: steps + 1 }, (_, step) =>
    Math.round(first + ((last - first) * step) / steps),
  );
  return [...new Set(points === 1 ? [last] : days)];
};

const pointsOn = (days: readonly number[], turns: readonly Turn[]): StatusPoint[] => {
  const byStatus = noneOf();
  let total = 0;
  let next = 0;
  return [...days]
    .sort((a, b) => a - b)
    .map((day) => {
      for (; (turns[next]?.day ?? Infinity) <= day; next++) {
        const { status, by } = turns[next] as Turn;
        byStatus[statusOf(status)] += by;
        total += by;
      }
      return { day: dayOf(day), byStatus: { ...byStatus }, total };
    });
};
