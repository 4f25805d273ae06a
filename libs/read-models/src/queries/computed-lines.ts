import { dayNumber, dayOf, lateFrom, type MeasureState } from '@klimaspur/domain';
import { ELSEWHERE } from '../project/codes.js';
import { stateFrom } from '../project/told-measure.js';
import type { Statements } from '../store/statements.js';
import type { ComputedLine, ComputedMark, View } from '../types.js';
import { known, paramsOf, seen } from './scope.js';

interface Row {
  readonly from: number;
  readonly to: number;
  readonly late: number;
  readonly stale: number;
  readonly facts: string;
}

interface Span {
  readonly mark: ComputedMark;
  readonly from: number;
  to: number;
}

/** Since when a measure was late or stale, and until when: newest first, up to the day asked about. */
export const computedLines = (db: Statements, id: string, view: View): ComputedLine[] => {
  const rows = db.all<Row>(
    `SELECT i.valid_from AS "from", i.valid_to AS "to", i.late, i.stale, a.facts FROM stream m
    JOIN measure_interval i ON i.municipality = m.municipality AND i.measure = m.key
    JOIN measure_state a ON a.measure = i.measure AND a.state = i.state
    WHERE m.id = $id AND m.category = 'measure' AND i.status <> ${ELSEWHERE}
    AND (i.late > 0 OR i.stale > 0) AND i.valid_from <= $day
    AND ${known('i', view.knownAt)} AND ${seen('i', view.viewer)} ORDER BY i.valid_from`,
    { ...paramsOf(view), id },
  );
  const today = dayNumber(view.asOf);
  return spansOf(rows)
    .sort((a, b) => b.from - a.from)
    .map(({ mark, from, to }) => ({
      ...mark,
      from: dayOf(from),
      until: to > today ? null : dayOf(to),
    }));
};

/** What goes on without a gap is one line, whatever else was recorded meanwhile. */
const spansOf = (rows: readonly Row[]): Span[] => {
  const spans: Span[] = [];
  for (const row of rows) {
    for (const mark of marksOf(row)) {
      const same = spans.find(
        (span) => span.to === row.from && JSON.stringify(span.mark) === JSON.stringify(mark),
      );
      if (same) same.to = row.to;
      else spans.push({ mark, from: row.from, to: row.to });
    }
  }
  return spans;
};

const marksOf = ({ late, stale, facts }: Row): ComputedMark[] => [
  ...(late > 0 ? missedIn(stateFrom(facts)) : []),
  ...(stale > 0 ? [{ kind: 'stale' } as const] : []),
];

const missedIn = (state: MeasureState): ComputedMark[] => {
  const late = lateFrom(state);
  const planned = late?.which === 'start' ? state.plannedStart : state.plannedEnd;
  if (!late || !planned) return [];
  return [{ kind: 'late', which: late.which, planned: planned.value, entry: late.entry }];
};
