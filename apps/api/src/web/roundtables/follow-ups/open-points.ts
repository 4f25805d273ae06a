import {
  type OpenAnswer,
  openAnswers,
  type OpenFollowUp,
  openFollowUps,
  type Waiting,
} from '@klimaspur/domain';
import type { RoundtableDetail } from '@klimaspur/read-models';
import type { Reading } from '../../../reading/reader.js';

type Table = Pick<RoundtableDetail, 'id' | 'name'>;
export type TablePromise = OpenFollowUp & { readonly table: Table };
export type TableQuestion = OpenAnswer & { readonly table: Table };

export interface OpenPoints {
  readonly promises: readonly TablePromise[];
  readonly questions: readonly TableQuestion[];
}

/** What is waited for at all round tables of a town, longest waiting first. */
export const openPointsOf = (
  { models, view }: Pick<Reading, 'models' | 'view'>,
  town: string,
): OpenPoints => openPointsAt(models.roundtables({ municipality: town }, view), view.asOf);

export const openPointsAt = (tables: readonly RoundtableDetail[], today: string): OpenPoints => ({
  promises: tables
    .flatMap((table) => openFollowUps(table, today).map((open) => ({ ...open, table })))
    .sort(longestFirst),
  questions: tables
    .flatMap((table) => openAnswers(table, today).map((open) => ({ ...open, table })))
    .sort(longestFirst),
});

/** It waits for the town: a fact to be checked, or what was handed over to its administration and to nobody else. */
export const isToTown = ({ item }: Pick<OpenAnswer, 'item'>): boolean =>
  (item.conclusions.at(-1)?.handedTo ?? 'ADMINISTRATION') === 'ADMINISTRATION';

const longestFirst = (a: Waiting, b: Waiting): number =>
  b.overdueDays - a.overdueDays || (b.days ?? -1) - (a.days ?? -1);

/** By the organisation that is waited for, in the order of the first of each; null: nobody was named. */
export const byActor = <T>(
  points: readonly T[],
  actorOf: (point: T) => string | null,
): ReadonlyMap<string | null, readonly T[]> => {
  const groups = new Map<string | null, T[]>();
  for (const point of points) {
    const actor = actorOf(point);
    groups.set(actor, [...(groups.get(actor) ?? []), point]);
  }
  return groups;
};

/** How much is waited for at the round tables of a town. */
export const openCounts = (reading: Pick<Reading, 'models' | 'view'>, town: string) => {
  const { promises, questions } = openPointsOf(reading, town);
  return {
    promises: promises.length,
    stalePromises: promises.filter(({ stale }) => stale).length,
    questions: questions.length,
  };
};
