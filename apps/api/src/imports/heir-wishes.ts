import { streamName } from '@klimaspur/event-store';
import type { MovedOn } from '@klimaspur/importers';
import { wish, type Comparison } from './comparison.js';
import { unknownHeir } from './import-findings.js';
import type { ImportContext, Town } from './import-target.js';
import type { Matched } from './match-measures.js';
import type { Wish } from './stream-writes.js';

/** Measures of this town in which new ones of the file go on, and which are not in the file. */
export const heirsHere = async (
  measures: readonly Matched[],
  town: Town,
  { known }: ImportContext,
): Promise<ReadonlySet<string>> => {
  const named = new Set(
    measures.flatMap(({ isNew, movedOn }) => (isNew && movedOn ? movedOn.into : [])),
  );
  for (const { ownId } of measures) if (ownId !== undefined) named.delete(ownId);
  const here = new Set<string>();
  for (const id of named) {
    const [recorded] = await known.stream(streamName('measure', id), { limit: 1 });
    if (recorded?.data['municipality'] === town.id) here.add(id);
  }
  return here;
};

/** Where new measures go on, as their plan says it. */
export const heirWishes = (
  { findings }: Comparison,
  measures: readonly Matched[],
  here: ReadonlySet<string>,
): Wish[] => {
  const ids = new Map(measures.map(({ ownId, id }) => [ownId, id]));
  return measures.flatMap(({ id, isNew, where, movedOn }) => {
    if (!isNew || !movedOn) return [];
    const into = movedOn.into.flatMap((heir) => ids.get(heir) ?? (here.has(heir) ? heir : []));
    if (into.length === 0) {
      findings.push(unknownHeir(where));
      return [];
    }
    return [movedTo(where, id, into, movedOn)];
  });
};

const movedTo = (
  where: string,
  measure: string,
  into: readonly string[],
  { how, occurredOn }: MovedOn,
): Wish => {
  switch (how) {
    case 'MERGED':
      return wish(where, 'PlanMeasuresMerged', { measures: [measure], into: into[0] }, occurredOn);
    case 'SPLIT':
      return wish(where, 'PlanMeasureSplit', { measure, into }, occurredOn);
    case 'SUPERSEDED':
      return wish(where, 'PlanMeasureSuperseded', { measure, by: into[0] }, occurredOn);
  }
};
