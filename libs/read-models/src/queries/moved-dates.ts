import { movedEnd, shiftOf, shifts, type MovedEnd } from '@klimaspur/domain';
import { stateFrom } from '../project/told-measure.js';
import type { Statements } from '../store/statements.js';
import type { MovedDates, MovedDatesScope, View } from '../types.js';
import { courseOf, type Span } from './course.js';
import { measureTitles } from './measure.js';

interface Row extends Span {
  readonly id: string;
  /** Null: no end is planned. */
  readonly facts: string | null;
}

const columns = `(SELECT m.id FROM stream m WHERE m.key = i.measure) AS id,
  CASE WHEN i.planned_end IS NOT NULL THEN a.facts END AS facts`;

/** How often and how far the planned ends of measures were moved, up to the day asked about. */
export const movedDates = (
  db: Statements,
  municipality: string,
  { plan, limit }: MovedDatesScope,
  view: View,
): MovedDates => {
  const course = { municipality, plan, first: view.asOf, last: view.asOf };
  const rows = courseOf<Row>(db, course, { columns, facts: true }, view);
  const ends = rows.flatMap(({ id, facts }) => {
    const end = facts === null ? null : movedEnd(stateFrom(facts));
    return end === null ? [] : [{ id, ...end }];
  });
  const moved = ends.filter(({ times }) => times > 0).sort(farthestFirst);
  const named = moved.slice(0, limit);
  const titles = measureTitles(
    db,
    named.map(({ id }) => id),
    view,
  );
  return {
    ...{ measures: rows.length, planned: ends.length, total: moved.length },
    moves: moved.reduce((sum, { times }) => sum + times, 0),
    shifts: shifts.map(({ shift }) => ({
      shift,
      count: ends.filter(({ days }) => shiftOf(days) === shift).length,
    })),
    items: named.map((end) => ({ ...end, title: titles.get(end.id) ?? '' })),
  };
};

const farthestFirst = (a: MovedEnd & { id: string }, b: MovedEnd & { id: string }): number =>
  b.days - a.days || b.times - a.times || (a.id < b.id ? -1 : 1);
