import { derivedId, streamName, type RecordedEvent } from '@klimaspur/event-store';
import type { ImportedMunicipality } from '@klimaspur/importers';
import { editionOf, type Edition } from './edition.js';
import { planNamed, planOf } from './find-plan.js';
import type { ImportContext, Known, Town } from './import-target.js';
import { OwnPlan } from './own-export.js';
import { fieldsOf, placementsOf, type Placed } from './plan-placements.js';

/** The plan a file is an edition of, as it stands here. */
export interface KnownPlan {
  readonly id: string;
  readonly isNew: boolean;
  readonly history: readonly RecordedEvent[];
  readonly placements: ReadonlyMap<string, Placed>;
  /** What the plan's stream says of each measure. */
  readonly placed: ReadonlyMap<unknown, readonly RecordedEvent[]>;
  readonly edition: Edition;
  /** Set where the file is an export of Klimaspur. */
  readonly own: OwnPlan | undefined;
}

export const knownPlan = async (
  file: ImportedMunicipality,
  town: Town,
  { known, importId, standOn, plan, now }: ImportContext,
): Promise<KnownPlan> => {
  const found = await foundPlan(file, town, known, plan);
  const id = found?.id ?? derivedId(importId, `plan ${file.plan.source.key} ${town.id}`);
  const history = found ? await known.stream(streamName('plan', id)) : [];
  const placements = placementsOf(history);
  return {
    id,
    isNew: found === null,
    history,
    placements,
    placed: Map.groupBy(history, ({ data }) => data['measure']),
    edition: editionOf(standOn, history, now),
    own: found?.isHome ? new OwnPlan(fieldsOf(history), placements) : undefined,
  };
};

const foundPlan = (file: ImportedMunicipality, town: Town, known: Known, asked?: string) => {
  if (asked !== undefined) return planNamed(asked, file, town.id, known);
  return town.isNew ? null : planOf(file, town.id, known);
};
