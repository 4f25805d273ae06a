import type { ActorDetail, RoundtableDetail, SharedWork } from '@klimaspur/read-models';

/** What two organisations have in common. */
export interface Common {
  /** Measures on which both work. */
  readonly measures: number;
  /** Round tables at which both have a seat. */
  readonly tables: number;
}

/** An organisation, and what it has in common with each other one, the most first. */
export interface Companion {
  readonly actor: ActorDetail;
  readonly others: readonly (Common & { readonly actor: ActorDetail })[];
}

/** A line of the picture: the places of two in the list, and what they have in common. */
export interface Tie extends Common {
  readonly from: number;
  readonly to: number;
}

/** More lines than this nobody can follow. */
const MOST_LINES = 40;

/** Those that have something in common with others: offices of the town first, each by name. */
export const companions = (
  work: readonly SharedWork[],
  tables: readonly RoundtableDetail[],
  actors: readonly ActorDetail[],
): Companion[] => {
  const measures = work.map(({ parts }) => new Set(parts.map(({ actor }) => actor)));
  const seats = tables.map(seatedAt);
  return actors
    .map((actor): Companion => {
      const shared = (groups: readonly ReadonlySet<string>[], id: string) =>
        groups.filter((group) => group.has(actor.id) && group.has(id)).length;
      const others = actors
        .filter(({ id }) => id !== actor.id)
        .map((other) => ({
          actor: other,
          measures: shared(measures, other.id),
          tables: shared(seats, other.id),
        }))
        .filter((common) => common.measures + common.tables > 0)
        .sort((a, b) => b.measures - a.measures || b.tables - a.tables);
      return { actor, others };
    })
    .filter(({ others }) => others.length > 0)
    .sort((a, b) => Number(isOffice(b.actor)) - Number(isOffice(a.actor)));
};

export const seatedAt = ({ seats }: RoundtableDetail): ReadonlySet<string> =>
  new Set(seats.filter(({ ended }) => !ended).map(({ actor }) => actor));

export const isOffice = ({ kind }: ActorDetail): boolean => kind === 'ADMINISTRATION';

/** Each pair once: all that work on a measure together, and of the others those that meet at the most tables. */
export const closestTies = (
  all: readonly Companion[],
): { readonly ties: readonly Tie[]; readonly leastTables: number } => {
  const places = new Map(all.map(({ actor }, at) => [actor.id, at]));
  const ties = all.flatMap(({ others }, from) =>
    others.flatMap(({ actor, ...common }): Tie[] => {
      const to = places.get(actor.id) ?? -1;
      return to > from ? [{ from, to, ...common }] : [];
    }),
  );
  const byMeasure = ties.filter(({ measures }) => measures > 0);
  const byTable = ties.filter(({ measures }) => measures === 0);
  let leastTables = 1;
  const close = () => byTable.filter(({ tables }) => tables >= leastTables);
  while (byMeasure.length + close().length > MOST_LINES && close().length > 0) leastTables += 1;
  return { ties: [...close(), ...byMeasure], leastTables };
};
