import { dayNumber, dayOf } from '@klimaspur/domain';
import type { Statements } from '../store/statements.js';
import type { StatusOverTime, StatusPoint, View } from '../types.js';
import { noneOf, statusOf } from './counts.js';
import { courseOf, type Span } from './course.js';
import { statusSeen } from './scope.js';

interface Row extends Span {
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
  const course = { municipality, plan, first: from, last: to };
  const rows = courseOf<Row>(db, course, { columns: `${statusSeen('i', view)} AS status` }, view);
  const turns = turnsOf(rows, first);
  const days =
    points === undefined
      ? [...new Set([first, ...turns.map(({ day }) => day), last])].filter((day) => day <= last)
      : spread(first, last, points);
  return pointsOn(days, turns);
};

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
