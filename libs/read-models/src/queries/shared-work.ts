import { supportOf, type MeasureState } from '@klimaspur/domain';
import type { Statements } from '../store/statements.js';
import type { ActorDetail, SharedWork, View } from '../types.js';
import { measuresThat } from './alliance.js';
import { heirsOf, withMerged } from './heirs.js';
import { actors } from './roundtables.js';
import { townKey } from './scope.js';

/** On which measures the organisations of a town work, by title; a promise that was taken back is none. */
export const sharedWork = (db: Statements, municipality: string, view: View): SharedWork[] => {
  const all = actors(db, municipality, view);
  const heirs = heirsOf(db);
  const ids = all.flatMap(({ id, organ }) => [
    ...withMerged(id, heirs),
    ...(organ === null ? [] : [organ]),
  ]);
  if (ids.length === 0) return [];
  return measuresThat(
    db,
    `m.municipality = ${townKey('$town')}
      AND EXISTS (SELECT 1 FROM json_each($ids) WHERE instr(a.facts, value) > 0)`,
    { town: municipality, ids: JSON.stringify(ids) },
    view,
  ).flatMap(({ item, state }) => {
    const parts = partsIn(state, all);
    return parts.length === 0 ? [] : [{ measure: item, parts }];
  });
};

const partsIn = (state: MeasureState, all: readonly ActorDetail[]): SharedWork['parts'] => {
  const known = new Set(all.map(({ id }) => id));
  const responsible = state.responsible.flatMap(({ actor, organ, responsibility: part, entry }) =>
    all
      .filter(({ id, organ: its }) => id === actor || (organ !== null && its === organ))
      .map(({ id }) => ({ actor: id, part, entry })),
  );
  const support = supportOf(state)
    .filter(({ actor, withdrawn }) => known.has(actor) && withdrawn === null)
    .map(({ actor, entry }) => ({ actor, part: 'SUPPORT' as const, entry }));
  return [...responsible, ...support];
};
