import type { OrganFacts } from '../project/organ-projection.js';
import type { Statements } from '../store/statements.js';
import type { MeetingDay, OrganItem, View } from '../types.js';
import { entrySeen, holds, paramsOf, townSeen, townKey, type Params } from './scope.js';

/** Letters of a day; a year or a month is shorter. */
const DAY = 10;

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

/** The days on which the bodies of a town met, the newest first: as entries of votes and deliberations tell them. */
export const meetingDays = (db: Statements, municipality: string, view: View): MeetingDay[] =>
  db.all<MeetingDay>(
    `SELECT DISTINCT c.organ, c.occurred_on AS day FROM change c CROSS JOIN stream s ON s.key = c.stream
    WHERE c.municipality = ${townKey('$town')} AND c.organ IS NOT NULL
    AND length(c.occurred_on) = ${DAY} AND c.occurred_on <= $last
    AND c.voided = 0 AND c.corrected = 0
    ${view.knownAt === undefined ? '' : 'AND c.known_since <= $known'}
    AND ${entrySeen(view.viewer)} ORDER BY c.occurred_on DESC, c.organ`,
    { ...paramsOf(view), town: municipality, last: view.asOf },
  );

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
