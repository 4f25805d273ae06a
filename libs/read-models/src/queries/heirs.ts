import type { MeasureState } from '@klimaspur/domain';
import type { Statements } from '../store/statements.js';

/** Organisations that were registered twice, by their ids: each with the one that it was merged into. */
export type Heirs = ReadonlyMap<string, string>;

/** Of all towns, for there are few. What was merged into one that is not there any more stays what it is. */
export const heirsOf = (db: Statements): Heirs => {
  const merged = new Map(
    db
      .all<{ id: string; heir: string }>(
        `SELECT s.id, y.heir FROM story y CROSS JOIN stream s ON s.key = y.stream
        CROSS JOIN stream h ON h.id = y.heir AND h.category = 'actor'
        WHERE y.heir IS NOT NULL AND s.voided = 0 AND h.voided = 0`,
        {},
      )
      .map(({ id, heir }) => [id, heir]),
  );
  return new Map([...merged.keys()].map((id) => [id, lastHeir(id, merged)]));
};

/** Those merged in a circle are the first of them by id: somebody has to be left. */
const lastHeir = (id: string, merged: Heirs): string => {
  const passed: string[] = [];
  let last = id;
  for (let next: string | undefined = id; next !== undefined; next = merged.get(next)) {
    if (passed.includes(next)) return passed.slice(passed.indexOf(next)).sort()[0]!;
    passed.push(next);
    last = next;
  }
  return last;
};

/** An organisation and all that were merged into it. */
export const withMerged = (id: string, heirs: Heirs): string[] => [
  id,
  ...[...heirs].flatMap(([merged, heir]) => (heir === id && merged !== id ? [merged] : [])),
];

/** The state of a measure, about the organisations that are left. */
export const measureWithHeirs = (state: MeasureState, heirs: Heirs): MeasureState => {
  if (heirs.size === 0) return state;
  const { allies, responsible } = state;
  const heirOf = <T extends string | null>(id: T) => (id === null ? id : (heirs.get(id) ?? id));
  return {
    ...state,
    responsible: responsible.map((body) => ({ ...body, actor: heirOf(body.actor) })),
    allies: {
      ...allies,
      pledges: allies.pledges.map((pledge) => ({ ...pledge, actor: heirOf(pledge.actor) })),
      project: heirOf(allies.project),
    },
  };
};
