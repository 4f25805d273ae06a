import type { ImportedMunicipality } from '@klimaspur/importers';
import { Comparison } from './comparison.js';
import type { ImportFinding } from './import-findings.js';
import type { ImportContext, Town } from './import-target.js';
import { knownPlan } from './known-plan.js';
import { measureWishes, type Met } from './measure-wishes.js';
import { findGone, placementWishes } from './placement-wishes.js';
import type { StreamWrite } from './stream-writes.js';
import { draftedPlan, fieldWishes, townWishes } from './town-wishes.js';

/** What an import would write for one town, and how the things of the file compare with what is there. */
export interface ImportWrites {
  readonly town: Town;
  readonly plan: { readonly id: string; readonly isNew: boolean };
  readonly writes: readonly StreamWrite[];
  readonly measures: readonly string[];
  readonly counts: { readonly new: number; readonly changed: number; readonly unchanged: number };
  readonly findings: readonly ImportFinding[];
}

/** Compares a town of the file with what is there, and says what is to be recorded. Reads, writes nothing. */
export const importWrites = async (
  file: ImportedMunicipality,
  town: Town,
  context: ImportContext,
): Promise<ImportWrites> => {
  const { id, isNew, ...known } = await knownPlan(file, town, context);
  const comparison = new Comparison(file, town, { id, isNew, ...known }, context);
  const ofTown = await townWishes(comparison);
  const ofPlan = isNew ? [draftedPlan(comparison)] : [];
  for (const field of file.plan.fields) ofPlan.push(...(await fieldWishes(comparison, field)));
  const met: Met[] = [];
  for (const measure of file.plan.measures) {
    met.push(await measureWishes(comparison, measure));
    await context.step();
  }
  const placements = placementWishes(comparison, met);
  await findGone(comparison, met);
  const writes: StreamWrite[] = [
    { category: 'municipality', id: town.id, wishes: ofTown },
    { category: 'plan', id, wishes: ofPlan },
    ...met.map((each) => ({ category: 'measure' as const, id: each.id, wishes: each.wishes })),
    { category: 'plan', id, wishes: placements },
  ];
  return {
    town,
    plan: { id, isNew },
    writes: writes.filter(({ wishes }) => wishes.length > 0),
    measures: met.map((each) => each.id),
    counts: comparison.counts,
    findings: comparison.findings,
  };
};
