import type { Day } from '@klimaspur/domain';
import type { Statements } from '../store/statements.js';
import type { DaysTold, View } from '../types.js';
import { voidedIn } from './marks.js';
import { entrySeen, holds, paramsOf, townKey } from './scope.js';

/** So many of each: who looks for an older day types it. */
const MOST = 60;
/** Of the newest entries; a list of days is no register. */
const LOOKED_AT = 400;

interface CouncilRow {
  readonly day: Day;
  readonly facts: string | null;
  readonly decisions: number;
  readonly deliberations: number;
}

/** What a vote on several measures writes into each of them is told by its own entry. */
const ofDecision = `EXISTS (SELECT 1 FROM change d JOIN entry_name en ON en.stream = d.stream
  WHERE d.municipality = c.municipality AND d.occurred_on = c.occurred_on AND d.organ = c.organ
    AND d.type = 'DecisionRecorded' AND en.named = c.measure)`;

/** Days of a town on which its bodies met, something happened, or something became known; the newest first. */
export const daysTold = (db: Statements, municipality: string, view: View): DaysTold => {
  const params = { ...paramsOf(view), town: municipality, dayText: view.asOf };
  const councils = db.all<CouncilRow>(
    `SELECT c.occurred_on AS day, o.facts, sum(c.type <> 'MeasureDeliberated') AS decisions,
      sum(c.type = 'MeasureDeliberated') AS deliberations
    FROM change c JOIN stream s ON s.key = c.stream
    LEFT JOIN stream os ON os.id = c.organ AND os.category = 'organ'
    LEFT JOIN organ_interval o ON o.organ = os.key AND ${holds('o', view)}
    WHERE c.municipality = ${townKey('$town')} AND c.organ IS NOT NULL
      AND c.type <> 'EntryCorrected' AND NOT (c.type = 'MeasureDecided' AND ${ofDecision})
      AND length(c.occurred_on) = 10 AND c.occurred_on <= $dayText AND c.known_since <= $known
      AND NOT ${voidedIn('c', view)} AND ${entrySeen(view.viewer)}
    GROUP BY day, c.organ ORDER BY day DESC, c.organ LIMIT ${MOST}`,
    params,
  );
  const newest = `SELECT c.occurred_on, c.recorded_on, c.known_since FROM change c
    CROSS JOIN stream s ON s.key = c.stream
    WHERE c.municipality = ${townKey('$town')} AND c.brief = 1 AND c.recorded_on <= $day
      AND c.known_since <= $known AND NOT ${voidedIn('c', view)} AND ${entrySeen(view.viewer)}
    ORDER BY c.position DESC LIMIT ${LOOKED_AT}`;
  return {
    councils: councils.map(({ facts, ...row }) => ({ ...row, organ: nameIn(facts) })),
    entries: db.all(
      `SELECT occurred_on AS day, count(*) AS entries FROM (${newest})
      WHERE length(occurred_on) = 10 AND occurred_on <= $dayText
      GROUP BY day ORDER BY day DESC LIMIT ${MOST}`,
      params,
    ),
    known: db.all(
      `SELECT max(known_since) AS knownAt, count(*) AS entries FROM (${newest})
      GROUP BY recorded_on ORDER BY knownAt DESC LIMIT ${MOST}`,
      params,
    ),
  };
};

const nameIn = (facts: string | null): string | null =>
  facts === null ? null : (JSON.parse(facts) as { name: string }).name;
