import { inTurns } from '../reading/in-turns.js';
import { Comparison } from './comparison.js';
import { heirsHere, heirWishes } from './heir-wishes.js';
import type { ImportContext, Town, TownFile } from './import-target.js';
import { knownPlan, type KnownPlan } from './known-plan.js';
import { matchMeasures, type Matched } from './match-measures.js';
import { headOf } from './measure-head.js';
import { measureWishes, type ToldMeasure } from './measure-wishes.js';
import { placementWishes, ranksOf } from './placement-wishes.js';
import type { StreamWrite, Wish } from './stream-writes.js';
import { draftedPlan, fieldWishes, townWishes } from './town-wishes.js';

/** A town of the file beside what is here: what is which is settled, and nothing is said yet. */
export interface TownImport {
  readonly file: TownFile;
  readonly town: Town;
  readonly plan: KnownPlan;
  /** In the order of the file. */
  readonly measures: readonly Matched[];
  /** Measures in which some of them go on, and which are not among them. */
  readonly heirs: ReadonlySet<string>;
  readonly context: ImportContext;
}

export const townImport = async (
  file: TownFile,
  town: Town,
  context: ImportContext,
): Promise<TownImport> => {
  const heads = await inTurns(file.plan.measures, headOf);
  const sought = { file, heads, town: town.id, known: context.known };
  const plan = await knownPlan(sought, town, context);
  const measures = await matchMeasures(heads, town, plan, context);
  const heirs = await heirsHere(measures, town, context);
  return { file, town, plan, measures, heirs, context };
};

/** What is to be recorded in one stream; of a measure also where it stands, which its plan is told after it. */
export interface PlannedWrite extends StreamWrite {
  readonly measure?: ToldMeasure & { readonly matched: Matched; readonly placement: Wish[] };
}

/** A plan has very many placements, and one append has a limit. */
const PLACEMENTS_AT_ONCE = 1_000;

/**
 * Compares a town of the file with what is there, and says what is to be recorded, in the order in which it is to be:
 * town, plan, and measures, followed by where they stand. Reads, writes nothing, and holds few of them at a time.
 */
export async function* writesOf(
  { town, plan, file, measures, heirs }: TownImport,
  comparison: Comparison,
): AsyncGenerator<PlannedWrite> {
  yield { category: 'municipality', id: town.id, wishes: await townWishes(comparison) };
  const ofPlan = plan.isNew ? [draftedPlan(comparison)] : [];
  for (const field of file.plan.fields) ofPlan.push(...(await fieldWishes(comparison, field)));
  yield { category: 'plan', id: plan.id, wishes: ofPlan };
  const ranks = ranksOf(comparison, measures);
  let placements: Wish[] = [];
  let at = 0;
  for (const measure of file.plan.measures) {
    const matched = measures[at++]!;
    const told = await measureWishes(comparison, measure, matched);
    const placement = placementWishes(comparison, matched, ranks);
    comparison.count(matched.isNew, [...told.wishes, ...placement]);
    const { id } = matched;
    yield {
      category: 'measure',
      id,
      wishes: told.wishes,
      measure: { ...told, matched, placement },
    };
    placements.push(...placement);
    if (at < measures.length && placements.length < PLACEMENTS_AT_ONCE) continue;
    yield { category: 'plan', id: plan.id, wishes: placements };
    placements = [];
  }
  yield { category: 'plan', id: plan.id, wishes: heirWishes(comparison, measures, heirs) };
}
