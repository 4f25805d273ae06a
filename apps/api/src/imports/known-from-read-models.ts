import type { EventStore } from '@klimaspur/event-store';
import type { ReadModels } from '@klimaspur/read-models';
import { berlinDay } from '@klimaspur/domain';
import type { Known } from './import-target.js';

/** What is there, drafts too, as the read models know it; they must be level with the log. */
export const knownFromReadModels = (models: ReadModels, store: EventStore): Known => {
  const view = { asOf: berlinDay(new Date().toISOString()), viewer: { drafts: 'all' as const } };
  return {
    towns: async () => models.municipalities({ limit: 200 }, view).items,
    find: async ({ system, town, key }, kind) =>
      models
        .findImported({ system, key, kind, ...(town === undefined ? {} : { town }) })
        .filter(({ voided }) => !voided),
    stream: (name, range) => store.readStream(name, range),
    plans: async (town) =>
      (models.municipality(town, view)?.municipality.plans ?? []).map(({ id, title }) => ({
        id,
        title,
      })),
    measureNames: async (plan) => models.measureNames(plan),
    planOf: async (measure) => models.measure(measure, view)?.place?.plan ?? null,
  };
};
