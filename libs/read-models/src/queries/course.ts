import { dayNumber, type Day } from '@klimaspur/domain';
import { ELSEWHERE } from '../project/codes.js';
import type { Statements } from '../store/statements.js';
import type { View } from '../types.js';
import { known, paramsOf, seen, statusSeen, townKey } from './scope.js';

/** A span of days on which a measure is counted. */
export interface Span {
  readonly valid_from: number;
  readonly valid_to: number;
}

export interface Course {
  readonly municipality: string;
  /** Only for as long as a measure stood in this plan. */
  readonly plan?: string | undefined;
  readonly first: Day;
  readonly last: Day;
}

/**
 * How each measure of a town stood from the first day to the last, span by span, but for the time in which it was a project
 * of its allies. `columns` are those of the intervals `i` and, where `facts` is asked for, of their states `a`.
 */
export const courseOf = <Row extends Span>(
  db: Statements,
  { municipality, plan, first, last }: Course,
  { columns, facts = false }: { readonly columns: string; readonly facts?: boolean },
  view: View,
): Row[] => {
  const states = facts ? 'JOIN measure_state a ON a.measure = i.measure AND a.state = i.state' : '';
  const sql = plan === undefined ? ofTown(columns, states, view) : ofPlan(columns, states, view);
  return db.all<Row>(sql, {
    ...paramsOf(view),
    ...{ town: municipality, first: dayNumber(first), last: dayNumber(last) },
    ...(plan === undefined ? {} : { plan }),
  });
};

const ofTown = (columns: string, states: string, view: View): string =>
  `SELECT i.valid_from, i.valid_to, ${columns} FROM measure_interval i ${states}
  WHERE i.municipality = ${townKey('$town')} AND ${seen('i', view.viewer)}
  AND ${statusSeen('i', view)} <> ${ELSEWHERE} AND i.own = 0 AND ${known('i', view.knownAt)}
  AND i.valid_from <= $last AND i.valid_to > $first`;

/** Each measure for as long as it stood in the plan. */
const ofPlan = (columns: string, states: string, view: View): string =>
  `SELECT max(i.valid_from, p.valid_from) AS valid_from, min(i.valid_to, p.valid_to) AS valid_to, ${columns}
  FROM stream l
  JOIN placement p ON p.plan = l.key AND ${known('p', view.knownAt)}
  JOIN measure_interval i ON i.municipality = l.municipality AND i.measure = p.measure
    AND ${known('i', view.knownAt)}
  ${states}
  WHERE l.id = $plan AND l.category = 'plan' AND l.municipality = ${townKey('$town')}
  AND ${seen('l', view.viewer)} AND ${seen('i', view.viewer)} AND ${statusSeen('i', view)} <> ${ELSEWHERE}
  AND i.own = 0
  AND i.valid_from < p.valid_to AND p.valid_from < i.valid_to
  AND max(i.valid_from, p.valid_from) <= $last AND min(i.valid_to, p.valid_to) > $first`;

/** More columns than this cannot be told apart; then whole years do. */
const MOST_POINTS = 24;

/** The last days of the half-years from one day to another, and that other one. */
export const halfYearEnds = (from: Day, to: Day): Day[] => {
  const years = Array.from(
    { length: Math.max(0, Number(to.slice(0, 4)) - Number(from.slice(0, 4))) + 1 },
    (_, n) => Number(from.slice(0, 4)) + n,
  );
  const between = (days: readonly Day[]) => days.filter((day) => day >= from && day < to);
  const halves = between(years.flatMap((year) => [`${year}-06-30`, `${year}-12-31`]));
  const shown = halves.length < MOST_POINTS ? halves : between(years.map((y) => `${y}-12-31`));
  return [...shown.slice(1 - MOST_POINTS), to];
};

/** For each of the days what counts on it, added up. */
export const onEach = <Row extends Span, Sum>(
  days: readonly Day[],
  rows: readonly Row[],
  sumOf: (rows: readonly Row[]) => Sum,
): (Sum & { day: Day })[] =>
  days.map((day) => {
    const number = dayNumber(day);
    const holding = rows.filter((row) => row.valid_from <= number && row.valid_to > number);
    return { day, ...sumOf(holding) };
  });

/** The days a trend speaks of. */
export const trendDays = (from: Day | undefined, { asOf }: View): Day[] =>
  from === undefined || from > asOf ? [asOf] : halfYearEnds(from, asOf);
