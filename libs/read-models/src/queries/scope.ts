import type { SQLInputValue } from 'node:sqlite';
import { dayNumber } from '@klimaspur/domain';
import { OPEN } from '../store/schema.js';
import type { View, Viewer } from '../types.js';

export type Params = Record<string, SQLInputValue>;

/** The parameters that every fragment of this file may use. */
export const paramsOf = ({ asOf, knownAt, viewer }: View): Params => ({
  day: dayNumber(asOf),
  known: knownAt ?? OPEN,
  drafts: JSON.stringify(viewer === 'public' || viewer.drafts === 'all' ? [] : viewer.drafts),
});

/** That the row of an interval table is what was known, and holds on the day asked about. */
export const holds = (alias: string, { knownAt }: View): string =>
  `${known(alias, knownAt)} AND ${alias}.valid_from <= $day AND ${alias}.valid_to > $day`;

export const known = (alias: string, knownAt: number | undefined): string =>
  knownAt === undefined
    ? `${alias}.known_to = ${OPEN}`
    : `${alias}.known_from <= $known AND ${alias}.known_to > $known`;

const draftTowns = (viewer: Viewer): string => {
  if (viewer === 'public') return 'SELECT key FROM stream WHERE 0';
  return viewer.drafts === 'all'
    ? `SELECT key FROM stream WHERE category = 'municipality'`
    : `SELECT key FROM stream WHERE category = 'municipality'
        AND id IN (SELECT value FROM json_each($drafts))`;
};

/**
 * The one place that knows who may see what: the public a published measure or plan of a published
 * town, others also the drafts of some towns. Visibility is always today's. Every question begins
 * with these tables and asks nothing else for its rows:
 * `town` (key), `shown` (measure intervals), `plan` (key), `place` (placements), `field` (plan fields).
 */
export const visible = (view: View): string => `
  WITH draft_town AS MATERIALIZED (${draftTowns(view.viewer)}),
  town AS MATERIALIZED (
    SELECT key FROM stream WHERE category = 'municipality' AND published = 1
    UNION SELECT key FROM draft_town),
  shown AS NOT MATERIALIZED (
    SELECT i.* FROM measure_interval i WHERE ${holds('i', view)} AND ${seen('i', view.viewer)}),
  plan AS MATERIALIZED (
    SELECT key FROM stream s WHERE category = 'plan' AND ${seen('s', view.viewer)}),
  place AS NOT MATERIALIZED (
    SELECT p.* FROM placement p WHERE ${holds('p', view)} AND p.plan IN (SELECT key FROM plan)),
  field AS NOT MATERIALIZED (
    SELECT f.* FROM field_interval f WHERE ${holds('f', view)} AND f.plan IN (SELECT key FROM plan))`;

/** For rows with `municipality` and `published`. */
export const seen = (alias: string, viewer: Viewer): string =>
  `${alias}.municipality IN (SELECT key FROM town) AND ` +
  (viewer === 'public'
    ? `${alias}.published = 1`
    : `(${alias}.published = 1 OR ${alias}.municipality IN (SELECT key FROM draft_town))`);

/** The key of a town by its id or one of its slugs. */
export const townKey = (param: string): string =>
  `coalesce((SELECT municipality FROM slug WHERE slug = ${param}),
    (SELECT key FROM stream WHERE category = 'municipality' AND id = ${param}))`;
