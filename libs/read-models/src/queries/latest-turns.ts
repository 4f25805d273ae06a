import { decisionCode, ELSEWHERE, statusCode } from '../project/codes.js';
import type { Statements } from '../store/statements.js';
import type { Because, LatestTurns, Turn, TurnKind, View } from '../types.js';
import { type MadeItem, itemsOf } from './measure-items.js';
import { rowsOf } from './measures.js';
import { known, paramsOf, townKey, visible } from './scope.js';

/** Entries of an import often have no day: so many are looked at for those that have one, which come first. */
const LOOKED_AT = 24;

interface Row {
  readonly municipality: number;
  readonly measure: number;
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
      AND ${known('i', view.knownAt)} AND i.valid_to <= $day AND i.status <> ${ELSEWHERE}
      AND NOT ${condition('i')}) AS since
    FROM shown s WHERE s.municipality = ${townKey('$town')}
    AND s.status <> ${ELSEWHERE} AND s.own = 0 AND ${condition('s')}
    ORDER BY since DESC, s.measure DESC LIMIT ${LOOKED_AT}`,
    { ...paramsOf(view), town: municipality },
  );
  const turns = itemsOf(db, rowsOf(db, rows, view), view).flatMap((made): Turn[] => {
    const { on, since, latest } = dayIn(made, kind);
    const day = { on, ...(latest ? { latest } : {}) };
    return since === null ? [] : [{ measure: made.item, since, ...day }];
  });
  return [...turns.filter(({ on }) => on !== null), ...turns.filter(({ on }) => on === null)];
};

type DayIn = Pick<Because<unknown>, 'on' | 'since' | 'latest'>;
const nobodySaid: DayIn = { on: null, since: null };

/** Late by itself from a day on, which is computed; else when somebody said so. */
const dayIn = ({ item, state }: MadeItem, kind: TurnKind): DayIn => {
  if (kind === 'adopted') return state.decision;
  if (kind === 'completed' || item.rule === 'paused') return state.implementation;
  return item.late !== null && item.rule.startsWith('late-')
    ? { on: item.late.since, since: item.late.since }
    : (state.delay ?? nobodySaid);
};
