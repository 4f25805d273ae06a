import { seenPart, streamsNamed, timeline, type Entry, type Past } from '@klimaspur/domain';
import type { Statements } from '../store/statements.js';
import type { View } from '../types.js';
import { shownStreams } from './lookups.js';
import { draftsSeen, paramsOf, seen, type Params } from './scope.js';

interface Row {
  readonly id: string;
  readonly municipality: string;
  readonly published: number;
  readonly revision: number;
  readonly entries: string;
  /** Whether the viewer sees the drafts of its town. */
  readonly whole: number;
}

/** A stream that is folded when it is asked about. */
export interface Story {
  readonly id: string;
  readonly municipality: string;
  readonly published: boolean;
  readonly revision: number;
  /** Entries in order of effect, as the viewer may read them at that moment. */
  readonly entries: readonly Entry[];
  /** The same before hidden organisations were taken out: to count them. */
  readonly withHidden: readonly Entry[];
}

/** The streams of a category that fit and that the viewer may see, oldest first. `condition`: on `s`, its row in `stream`. */
export const stories = (
  db: Statements,
  category: 'actor' | 'roundtable',
  condition: string,
  params: Params,
  view: View,
): Story[] => {
  const isWhole = draftsSeen('s.municipality', view.viewer);
  const rows = db.all<Row>(
    `SELECT s.id, t.id AS municipality, s.published, s.revision, ${isWhole} AS whole,
      CASE WHEN ${isWhole} THEN y.entries ELSE coalesce(y.told, y.entries) END AS entries
    FROM stream s JOIN story y ON y.stream = s.key JOIN stream t ON t.key = s.municipality
    WHERE s.category = $category AND s.voided = 0 AND ${seen('s', view.viewer)} AND ${condition}
    ORDER BY s.key`,
    { ...paramsOf(view), ...params, category },
  );
  const past = rows.map((row) => JSON.parse(row.entries) as Past[]);
  const shown = shownAmong(
    db,
    rows.flatMap(({ whole }, at) => (whole ? [] : past[at]!)),
    view,
  );
  return rows.flatMap(({ whole, published, entries: _entries, ...head }, at) => {
    const all = past[at]!;
    const withHidden = timeline(all, view);
    const entries = whole ? withHidden : timeline(seenPart(all, shown), view);
    // Asked about a moment at which nobody knew of it.
    return entries.length === 0
      ? []
      : [{ ...head, published: published === 1, entries, withHidden }];
  });
};

const shownAmong = (db: Statements, told: readonly Past[], view: View): ReadonlySet<string> => {
  const named = new Set(told.flatMap(({ data }) => streamsNamed(data)));
  return named.size === 0 ? named : shownStreams(db, [...named], view);
};
