import type { SQLInputValue } from 'node:sqlite';
import { dayNumber } from '@klimaspur/domain';
import { OPEN } from '../store/schema.js';
import { ELSEWHERE } from '../project/codes.js';
import type { Seen } from '../store/interval-index.js';
import type { Statements } from '../store/statements.js';
import type { View, Viewer } from '../types.js';

export type Params = Record<string, SQLInputValue>;

/** The parameters that every fragment of this file may use. */
export const paramsOf = ({ asOf, knownAt, viewer }: View): Params => ({
  day: dayNumber(asOf),
  known: knownAt ?? OPEN,
  drafts: JSON.stringify(viewer === 'public' || viewer.drafts === 'all' ? [] : viewer.drafts),
  noMinutes: JSON.stringify(viewer === 'public' ? [] : (viewer.withoutMinutes ?? [])),
});

/** That the row of an interval table is what was known, and holds on the day asked about. */
export const holds = (alias: string, { knownAt }: View): string =>
  `${known(alias, knownAt)} AND ${alias}.valid_from <= $day AND ${alias}.valid_to > $day`;

export const known = (alias: string, knownAt: number | undefined): string =>
  knownAt === undefined
    ? `${alias}.known_to = ${OPEN}`
    : `${alias}.known_from <= $known AND ${alias}.known_to > $known`;

/** Condition on the row of a town in `stream`: that the viewer may see its drafts. */
const draftsOf = (alias: string, viewer: Viewer): string => {
  if (viewer === 'public') return '0';
  return viewer.drafts === 'all' ? '1' : `${alias}.id IN (SELECT value FROM json_each($drafts))`;
};

/** That the viewer may see the drafts of the town with this key. */
export const draftsSeen = (key: string, viewer: Viewer): string =>
  viewer === 'public' || viewer.drafts === 'all'
    ? draftsOf('', viewer)
    : `EXISTS (SELECT 1 FROM stream dt WHERE dt.key = ${key} AND ${draftsOf('dt', viewer)})`;

/** That the viewer may see what waits for approval in the town with this key. */
export const minutesSeen = (key: string, viewer: Viewer): string =>
  viewer === 'public' || !viewer.withoutMinutes?.length
    ? draftsSeen(key, viewer)
    : `(${draftsSeen(key, viewer)} AND NOT EXISTS (SELECT 1 FROM stream mt WHERE mt.key = ${key}
        AND mt.id IN (SELECT value FROM json_each($noMinutes))))`;

/** That the town with this key may be seen at all. One that is kept elsewhere by now is not seen by anybody. */
export const townSeen = (key: string, viewer: Viewer): string =>
  `EXISTS (SELECT 1 FROM stream st WHERE st.key = ${key}
    AND (st.published = 1 OR (st.moved IS NULL AND ${draftsOf('st', viewer)})))`;

/** For rows with `municipality` and `published`. */
export const seen = (alias: string, viewer: Viewer): string => {
  const town = `${alias}.municipality`;
  return `${townSeen(town, viewer)} AND (${alias}.published = 1 OR ${draftsSeen(town, viewer)})`;
};

/**
 * That entries of plans and votes, those of `entry_name en` that fit, do not speak of drafts alone. One that names
 * nothing may be seen; one that names several, with what of it may be seen; one that needs what it names, with all of it.
 */
export const namesSeen = (fit: string, viewer: Viewer): string => {
  const named = (condition: string) => `EXISTS (SELECT 1 FROM entry_name en
    JOIN stream n ON n.key = en.named WHERE ${fit} AND ${condition})`;
  const isSeen = seen('n', viewer);
  return `(NOT ${named('en.needed = 0')} OR ${named(`en.needed = 0 AND ${isSeen}`)})
    AND NOT ${named(`en.needed = 1 AND NOT (${isSeen})`)}`;
};

/**
 * For rows of `change c` with their stream `s`. What waits for approval is for those who may read the minutes. An import that
 * brought nothing of what the viewer may see has named nothing either, and is then for those alone who see the drafts it
 * may have found.
 */
export const entrySeen = (viewer: Viewer): string => {
  const names = 'en.stream = c.stream AND en.revision = c.revision';
  return `${streamSeen('s', viewer)} AND ${namesSeen(names, viewer)}
    AND (c.told = 1 OR ${minutesSeen('c.municipality', viewer)})
    AND (c.type <> 'PlanImportCompleted' OR ${draftsSeen('c.municipality', viewer)}
      OR EXISTS (SELECT 1 FROM entry_name en WHERE ${names}))`;
};

/** For rows of `stream`: bodies belong to their town and are seen with it, votes with what they decide. */
export const streamSeen = (alias: string, viewer: Viewer): string => {
  const town = `${alias}.municipality`;
  return `${townSeen(town, viewer)} AND (${alias}.published = 1
    OR ${alias}.category = 'organ'
    OR (${alias}.category = 'decision' AND ${namesSeen(`en.stream = ${alias}.key`, viewer)})
    OR ${draftsSeen(town, viewer)})`;
};

/**
 * The one place that knows who may see what: the public a published measure or plan of a published
 * town, others also the drafts of some towns. Visibility is always today's. Every question begins
 * with these tables and asks nothing else for its rows:
 * `shown` (measure intervals), `place` (placements), `field` (plan fields).
 */
export const visible = (view: View): string => {
  const planSeen = (key: string) =>
    `EXISTS (SELECT 1 FROM stream sp WHERE sp.key = ${key} AND ${seen('sp', view.viewer)})`;
  return `
  WITH shown AS NOT MATERIALIZED (
    SELECT i.municipality, i.measure, i.published, i.late, i.stale, i.unclear, i.own, i.implementation,
      i.last_news, i.planned_end, i.state,
      ${statusSeen('i', view)} AS status, ${decisionSeen('i', view)} AS decision
    FROM measure_interval i WHERE ${holds('i', view)} AND ${seen('i', view.viewer)}),
  place AS NOT MATERIALIZED (
    SELECT p.* FROM placement p WHERE ${holds('p', view)} AND ${planSeen('p.plan')}),
  field AS NOT MATERIALIZED (
    SELECT f.* FROM field_interval f WHERE ${holds('f', view)} AND ${planSeen('f.plan')})`;
};

/**
 * That the viewer may see one of the measures with which the row `alias` of `measure_interval` goes on, or one with
 * which those go on.
 */
const heirsSeen = (alias: string, view: View): string => {
  const named = (row: string) => `measure_state hs, json_each(hs.facts, '$.heirs') heir
    WHERE hs.measure = ${row}.measure AND hs.state = ${row}.state`;
  return `EXISTS (WITH RECURSIVE heirs(id) AS (SELECT heir.value FROM ${named(alias)}
    UNION SELECT heir.value FROM heirs
      JOIN stream hm ON hm.id = heirs.id AND hm.category = 'measure'
      JOIN measure_interval hi ON hi.municipality = hm.municipality AND hi.measure = hm.key
        AND hi.status = ${ELSEWHERE} AND ${holds('hi', view)}, ${named('hi')})
    SELECT 1 FROM heirs JOIN stream hx ON hx.id = heirs.id AND hx.category = 'measure'
    WHERE hx.voided = 0 AND ${seen('hx', view.viewer)})`;
};

const seesAll = ({ viewer }: View): boolean => viewer !== 'public' && viewer.drafts === 'all';

/**
 * What the viewer is told of a row of `measure_interval`: where it goes on elsewhere and they see nothing of that, it
 * goes on here, or it would be counted nowhere.
 */
const told =
  (column: string, here: string) =>
  (alias: string, view: View): string =>
    seesAll(view)
      ? `${alias}.${column}`
      : `CASE WHEN ${alias}.status = ${ELSEWHERE} AND NOT ${heirsSeen(alias, view)}
      THEN ${alias}.${here} ELSE ${alias}.${column} END`;
export const statusSeen = told('status', 'here & 15');
export const decisionSeen = told('decision', 'here >> 4');

/** The same rules for the rows in memory. */
export const seenOf = (db: Statements, view: View): Seen => {
  const staying = `SELECT i.measure FROM measure_interval i WHERE i.status = ${ELSEWHERE}
    AND ${holds('i', view)} AND ${seen('i', view.viewer)} AND NOT ${heirsSeen('i', view)}`;
  const stay = seesAll(view) ? [] : db.all<{ measure: number }>(staying, paramsOf(view));
  return { towns: seenTowns(db, view), stay: new Set(stay.map(({ measure }) => measure)) };
};

const seenTowns = (db: Statements, view: View): Seen['towns'] => {
  const rows = db.all<{ key: number; drafts: number }>(
    `SELECT t.key, ${draftsOf('t', view.viewer)} AS drafts FROM stream t
    WHERE t.category = 'municipality'
      AND (t.published = 1 OR (t.moved IS NULL AND ${draftsOf('t', view.viewer)}))`,
    paramsOf(view),
  );
  return new Map(rows.map(({ key, drafts }) => [key, drafts === 1]));
};

/** The key of a town by its id or one of its slugs. */
export const townKey = (param: string): string =>
  `coalesce((SELECT municipality FROM slug WHERE slug = ${param}),
    (SELECT key FROM stream WHERE category = 'municipality' AND id = ${param}))`;
