import type { Statements } from '../store/statements.js';
import type { MeasureFilter, View } from '../types.js';
import { concernsAllTowns } from './measure-filter.js';
import { holds, paramsOf, townSeen } from './scope.js';

/**
 * The questions whose answers, one after the other, make a file. One over all towns goes by their names, each town in
 * the order of its plans: so it does not show who recorded what first, and is the same where it was imported.
 */
export const exportQuestions = (
  db: Statements,
  filter: MeasureFilter,
  view: View,
): readonly MeasureFilter[] => {
  const { sort = 'plan', descending, cursor } = filter;
  const isInOrder = sort === 'plan' && !descending && cursor === undefined;
  if (!isInOrder || !concernsAllTowns(filter)) return [filter];
  return townsByName(db, view).map((municipality) => ({ ...filter, municipality }));
};

const townsByName = (db: Statements, view: View): string[] =>
  db
    .all<{ id: string }>(
      `SELECT s.id FROM stream s
      LEFT JOIN municipality_interval m ON m.municipality = s.key AND ${holds('m', view)}
      LEFT JOIN slug g ON g.municipality = s.key AND g.current = 1
      WHERE s.category = 'municipality' AND ${townSeen('s.key', view.viewer)}
      ORDER BY m.name_key, g.slug, s.key`,
      paramsOf(view),
    )
    .map(({ id }) => id);
