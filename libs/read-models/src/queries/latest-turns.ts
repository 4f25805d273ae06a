import { dayOf, type MeasureState, type PartialDate } from '@klimaspur/domain';
import { decisionCode, ELSEWHERE, statusCode } from '../project/codes.js';
import type { Statements } from '../store/statements.js';
import type { LatestTurns, Turn, TurnKind, View } from '../types.js';
import { type MadeItem, itemsOf } from './measure-items.js';
import { rowsOf } from './measures.js';
import { known, paramsOf, townKey, visible } from './scope.js';

/** Entries of an import often have no day: so many are looked at for those that have one. */
const LOOKED_AT = 24;

interface Row {
  readonly municipality: number;
  readonly measure: number;
  /** Null: it was never otherwise. */
  readonly since: number | null;
}

const adopted = ['ADOPTED', 'ADOPTED_IN_PRINCIPLE'] as const;

/** What has to hold of an interval `alias` for a measure to be of that kind. */
const holdsOf: Readonly<Record<TurnKind, (alias: string) => string>> = {
  adopted: (alias) =>
    `${alias}.decision IN (${adopted.map((state) => decisionCode.get(state)).join(', ')})`,
  completed: (alias) => `${alias}.status = ${statusCode.get('completed')}`,
  delayed: (alias) => `${alias}.status = ${statusCode.get('delayed')}`,
};

/** The measures of a town that were adopted, finished, or became late last; the latest first. */
export const latestTurns = (
  db: Statements,
  municipality: string,
  limit: number,
  view: View,
): LatestTurns => {
  const of = (kind: TurnKind) => turnsOf(db, municipality, kind, view).slice(0, limit);
  return { adopted: of('adopted'), completed: of('completed'), delayed: of('delayed') };
};

const turnsOf = (db: Statements, municipality: string, kind: TurnKind, view: View): Turn[] => {
  const condition = holdsOf[kind];
  const rows = db.all<Row>(
    `${visible(view)}
    SELECT s.municipality, s.measure, (SELECT max(i.valid_to) FROM measure_interval i
      WHERE i.municipality = s.municipality AND i.measure = s.measure
      AND ${known('i', view.knownAt)} AND i.valid_to <= $day AND NOT ${condition('i')}) AS since
    FROM shown s WHERE s.municipality = ${townKey('$town')}
    AND s.status <> ${ELSEWHERE} AND ${condition('s')}
    ORDER BY since DESC, s.measure DESC LIMIT ${LOOKED_AT}`,
    { ...paramsOf(view), town: municipality },
  );
  const since = new Map(rows.map((row) => [row.measure, row.since]));
  return itemsOf(db, rowsOf(db, rows, view), view).flatMap((made) => {
    const begun = since.get(made.row.measure) ?? null;
    const on = kind === 'delayed' ? lateOn(made, begun) : happenedOn(made.state, kind);
    return on === null ? [] : [{ measure: made.item, on }];
  });
};

const happenedOn = (state: MeasureState, kind: 'adopted' | 'completed'): PartialDate | null =>
  kind === 'adopted' ? state.decision.on : state.implementation.on;

/** Late by itself from a day on; else from when somebody said so. */
const lateOn = ({ item, state }: MadeItem, since: number | null): PartialDate | null => {
  if (item.late !== null && item.rule.startsWith('late-')) return item.late.since;
  const said = item.rule === 'paused' ? state.implementation : state.delay;
  return said?.on ?? (since === null ? null : dayOf(since));
};
