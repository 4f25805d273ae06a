import type { OrganFacts } from '../project/organ-projection.js';
import type { Statements } from '../store/statements.js';
import type { OrganItem, View } from '../types.js';
import { holds, paramsOf, townSeen, type Params } from './scope.js';

interface Row {
  readonly id: string;
  readonly municipality: string;
  readonly revision: number;
  readonly facts: string;
}

/** Bodies and offices of the town with this key, oldest first. */
export const organsOf = (db: Statements, town: number, view: View): OrganItem[] =>
  organs(db, 's.municipality = $town', { town }, view);

/** One body; undefined: there is none that the viewer may see. */
export const organ = (db: Statements, id: string, view: View): OrganItem | undefined =>
  organs(db, `s.id = $organ AND s.category = 'organ'`, { organ: id }, view)[0];

/** Bodies belong to their town and are seen with it. */
const organs = (db: Statements, condition: string, params: Params, view: View): OrganItem[] =>
  db
    .all<Row>(
      `SELECT s.id, t.id AS municipality, s.revision, o.facts FROM organ_interval o
      JOIN stream s ON s.key = o.organ
      JOIN stream t ON t.key = s.municipality
      WHERE ${condition} AND ${holds('o', view)}
        AND ${townSeen('s.municipality', view.viewer)} ORDER BY s.key`,
      { ...paramsOf(view), ...params },
    )
    .map(({ facts, ...row }) => ({
      ...(JSON.parse(facts) as OrganFacts),
      ...row,
    }));
