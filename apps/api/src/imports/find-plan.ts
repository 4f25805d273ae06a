import { streamName } from '@klimaspur/event-store';
import type { ImportedMeasure, ImportedMunicipality } from '@klimaspur/importers';
import { Refusal } from '../errors/refusal.js';
import type { Known } from './import-target.js';

/** How much of a list must be known in a plan, so that it is another edition of the same one. */
const SHARE = 0.5;

interface FoundPlan {
  readonly id: string;
  /** The file is an export of it. */
  readonly isHome: boolean;
}

/** The plan somebody named. What stands in another one already is not filed twice. */
export const planNamed = async (
  asked: string,
  file: ImportedMunicipality,
  town: string,
  known: Known,
): Promise<FoundPlan> => {
  const plans = await known.plans(town);
  const found = plans.find(({ id, title }) => id === asked || title === asked);
  if (!found) {
    const titles = plans.map(({ title }) => title).join(', ') || 'none';
    throw new Refusal('import/plan-unknown', { params: { plan: asked, plans: titles } });
  }
  const there = await planOf(file, town, known);
  if (there?.isHome && there.id !== found.id) {
    const home = plans.find(({ id }) => id === there.id)?.title ?? there.id;
    throw new Refusal('import/plan-elsewhere', { params: { home } });
  }
  return { id: found.id, isHome: there?.isHome === true };
};

/**
 * The plan that a file is an edition of: the one its measures name by our ids; else the one that came from a file of
 * this name; else the one in which most of its measures stand, by their numbers and with the same titles. Null: a new one.
 */
export const planOf = async (
  { plan, named }: ImportedMunicipality,
  town: string,
  known: Known,
): Promise<FoundPlan | null> => {
  for (const { id } of plan.measures) {
    const home = id === undefined ? null : await known.planOf(id);
    if (home !== null) return { id: home, isHome: true };
  }
  const found = (await known.find(plan.source, 'plan')).find(
    ({ municipality }) => municipality === town,
  );
  if (found) return { id: found.id, isHome: false };
  const alike = named ? null : await planOfMost(plan.measures, town, known);
  return alike === null ? null : { id: alike, isHome: false };
};

const planOfMost = async (
  measures: readonly ImportedMeasure[],
  town: string,
  known: Known,
): Promise<string | null> => {
  const counts = new Map<string, number>();
  for (const measure of measures) {
    const plan = await planWith(measure, town, known);
    if (plan !== null) counts.set(plan, (counts.get(plan) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, one], [, other]) => other - one);
  return best !== undefined && best[1] >= measures.length * SHARE ? best[0] : null;
};

const planWith = async (
  { source, recorded }: ImportedMeasure,
  town: string,
  known: Known,
): Promise<string | null> => {
  const found = await known.find(source, 'measure');
  for (const { id, municipality } of found) {
    if (municipality !== town) continue;
    const [first] = await known.stream(streamName('measure', id));
    const text = first?.data['text'] as { title?: string } | undefined;
    if (text?.title === recorded.text?.title) return known.planOf(id);
  }
  return null;
};
