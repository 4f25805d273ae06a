import {
  actorState,
  seenPart,
  streamsNamed,
  timeline,
  withHeirs,
  withoutDissent,
  type Entry,
  type Past,
} from '@klimaspur/domain';
import { streamName } from '@klimaspur/event-store';
import type { Statements } from '../store/statements.js';
import type { View } from '../types.js';
import { type Heirs, heirsOf } from './heirs.js';
import { shownStreams } from './lookups.js';
import { draftsSeen, minutesSeen, paramsOf, seen, type Params } from './scope.js';

interface Row {
  readonly category: string;
  readonly id: string;
  readonly municipality: string;
  readonly published: number;
  readonly revision: number;
  readonly entries: string;
  /** Whether the viewer sees the drafts of its town, and may read its minutes. */
  readonly whole: number;
  readonly minutes: number;
}

/** A stream that is folded when it is asked about. */
export interface Story {
  readonly id: string;
  readonly municipality: string;
  readonly published: boolean;
  readonly revision: number;
  /** Entries in order of effect, as the viewer may read them at that moment. */
  readonly entries: readonly Entry[];
  /** What they were made of, before and after hidden organisations were taken out; the same where none was. */
  readonly all: readonly Past[];
  readonly part: readonly Past[];
}

/** The streams of a category that fit and that the viewer may see, oldest first. `condition`: on `s`, its row in `stream`. */
export const stories = (
  db: Statements,
  category: 'actor' | 'roundtable',
  condition: string,
  params: Params,
  view: View,
): Story[] =>
  pastsThat(
    db,
    `s.category = $category AND ${condition}`,
    { ...params, category },
    view,
    category === 'roundtable' ? heirsOf(db) : new Map(),
  ).flatMap(({ row: { id, municipality, published, revision }, all, part }) => {
    const entries = timeline(part, view);
    const head = { id, municipality, published: published === 1, revision };
    // None where nobody knew of it at the moment asked about.
    return entries.length === 0 ? [] : [{ ...head, entries, all, part }];
  });

/** What the viewer may read of the streams of organisations and round tables among these, by the name of the stream. */
export const pastsTold = (
  db: Statements,
  streams: readonly string[],
  view: View,
): ReadonlyMap<string, readonly Past[]> => {
  const asked = streams.filter((stream) => /^(actor|roundtable)-/.test(stream));
  if (asked.length === 0) return new Map();
  const names = JSON.stringify(asked);
  const condition = `s.category || '-' || s.id IN (SELECT value FROM json_each($names))
    AND s.id IN (SELECT substr(value, instr(value, '-') + 1) FROM json_each($names))`;
  return new Map(
    pastsThat(db, condition, { names }, view).map(({ row, part }) => [
      streamName(row.category, row.id),
      part,
    ]),
  );
};

interface Told {
  readonly row: Row;
  /** As it is told, and without what names somebody whom the viewer may not know; the same where they may know all. */
  readonly all: readonly Past[];
  readonly part: readonly Past[];
}

/** `heirs`: of which organisations the entries speak now; without them as it was recorded. */
const pastsThat = (
  db: Statements,
  condition: string,
  params: Params,
  view: View,
  heirs: Heirs = new Map(),
): Told[] => {
  const isWhole = draftsSeen('s.municipality', view.viewer);
  const rows = db.all<Row>(
    `SELECT s.category, s.id, t.id AS municipality, s.published, s.revision, ${isWhole} AS whole,
      ${minutesSeen('s.municipality', view.viewer)} AS minutes,
      CASE WHEN ${isWhole} THEN y.entries ELSE coalesce(y.told, y.entries) END AS entries
    FROM stream s JOIN story y ON y.stream = s.key JOIN stream t ON t.key = s.municipality
    WHERE s.voided = 0 AND ${seen('s', view.viewer)} AND ${condition} ORDER BY s.key`,
    { ...paramsOf(view), ...params },
  );
  const offices = rows.some(isWithoutMinutes) ? officesOf(db, view) : new Set<string>();
  const told = rows.map((row) => ({ row, all: inherited(readable(row, offices), heirs) }));
  const named = told.map(({ row, all }) => (row.whole ? NOBODY : namedIn(all)));
  const names = new Set(named.flatMap((some) => [...some]));
  const shown = names.size === 0 ? names : shownStreams(db, [...names], view);
  return told.map(({ row, all }, at) => {
    const isTold = [...named[at]!].every((stream) => shown.has(stream));
    return { row, all, part: isTold ? all : seenPart(all, shown) };
  });
};

const NOBODY: ReadonlySet<string> = new Set();

const namedIn = (all: readonly Past[]): ReadonlySet<string> =>
  new Set(all.flatMap(({ data }) => streamsNamed(data)));

const inherited = (all: Past[], heirs: Heirs): Past[] =>
  heirs.size === 0 ? all : all.map((past) => ({ ...past, data: withHeirs(past.data, heirs) }));

/** Of a viewer who answers at the tables of the town without taking their minutes. */
const isWithoutMinutes = ({ category, whole, minutes }: Row): boolean =>
  category === 'roundtable' && Boolean(whole) && !minutes;

const readable = (row: Row, offices: ReadonlySet<string>): Past[] => {
  const all = JSON.parse(row.entries) as Past[];
  return isWithoutMinutes(row) ? withoutDissent(all, offices) : all;
};

/** The offices of the towns whose drafts the viewer sees: what one of them promised, whoever speaks for the town may see. */
const officesOf = (db: Statements, view: View): ReadonlySet<string> =>
  new Set(
    stories(db, 'actor', draftsSeen('s.municipality', view.viewer), {}, view)
      .filter(({ entries }) => actorState(entries).kind === 'ADMINISTRATION')
      .map(({ id }) => id),
  );
