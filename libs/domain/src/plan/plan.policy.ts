import type { Effect, Policy } from '../shared/effect.js';
import { timeline } from '../timeline.js';
import { heirsNamedIn } from './plan.heirs.js';

const written: Readonly<Record<string, 'MeasureMerged' | 'MeasureSplit' | 'MeasureSuperseded'>> = {
  PlanMeasuresMerged: 'MeasureMerged',
  PlanMeasureSplit: 'MeasureSplit',
  PlanMeasureSuperseded: 'MeasureSuperseded',
};

/** Writes into each measure that it goes on elsewhere: merged, split or superseded in a plan. */
export const planPolicy: Policy = {
  category: 'plan',

  reactsTo: (type) =>
    Object.hasOwn(written, type) || type === 'EntryCorrected' || type === 'EntryVoided',

  /** A plan holds hundreds of placements; only what ends measures counts, and what changes that. */
  matters(history) {
    const heirs = new Set<string>();
    return history.filter(({ id, type, data }) => {
      const counts = Object.hasOwn(written, type) || heirs.has(data['entry'] as string);
      if (counts) heirs.add(id);
      return counts;
    });
  },

  effects: (plan, history) =>
    timeline(history).flatMap((entry): readonly Effect[] => {
      const heirs = heirsNamedIn(entry);
      const type = written[entry.type];
      if (!heirs || !type) return [];
      const where =
        type === 'MeasureMerged'
          ? { into: heirs.into[0] }
          : type === 'MeasureSplit'
            ? { into: heirs.into }
            : { by: heirs.into[0] };
      return heirs.measures.map((id) => ({
        target: { category: 'measure', id },
        type,
        data: { ...where, plan, source: entry.id },
        occurredOn: entry.occurredOn,
      }));
    }),
};
