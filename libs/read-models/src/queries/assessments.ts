import {
  type AssessmentScale,
  assessmentScales,
  notAssessedOn,
  scaleNames,
} from '@klimaspur/domain';
import type { Statements } from '../store/statements.js';
import type {
  AssessmentCounts,
  AssessmentPoint,
  RatingCounts,
  TrendScope,
  View,
} from '../types.js';
import { courseOf, onEach, trendDays, type Span } from './course.js';

interface Row extends Span {
  readonly scale: string | null;
  readonly rating: string | null;
}

/** The facts of most measures hold none: looking for the name is cheaper than reading them. */
const part = (name: string) =>
  `CASE WHEN instr(a.facts, '"assessment":') > 0
    THEN json_extract(a.facts, '$.assessment.${name}') END AS ${name}`;
const columns = `${part('scale')}, ${part('rating')}`;

const sumOf = (rows: readonly Row[]): AssessmentCounts => {
  const looked = rows.filter(({ scale }) => scale !== null);
  const notAssessed = looked.filter(isNotAssessed).length;
  return {
    ...{ total: rows.length, assessed: looked.length - notAssessed, notAssessed },
    scales: scaleNames
      .map((scale): RatingCounts & { readonly used: boolean } => {
        const own = looked.filter((row) => row.scale === scale);
        const count = (rating: string) => own.filter((row) => row.rating === rating).length;
        const ratings = assessmentScales[scale].map((rating) => ({ rating, count: count(rating) }));
        return { scale, ratings, used: own.length > 0 };
      })
      .flatMap(({ used, ...counts }) => (used ? [counts] : [])),
  };
};

const isNotAssessed = ({ scale, rating }: Row): boolean =>
  rating !== null && notAssessedOn[scale as AssessmentScale] === rating;

/** What the observers think of the measures: on the day asked about, and before it. */
export const assessmentsOverTime = (
  db: Statements,
  municipality: string,
  { plan, from }: TrendScope,
  view: View,
): AssessmentPoint[] => {
  const days = trendDays(from, view);
  const course = { municipality, plan, first: days[0]!, last: view.asOf };
  return onEach(days, courseOf<Row>(db, course, { columns, facts: true }, view), sumOf);
};
