import { derivedId, streamName } from '@klimaspur/event-store';
import type { ImportContext, Town } from './import-target.js';
import { plainTitle } from './alike.js';
import type { KnownPlan } from './known-plan.js';
import type { MeasureHead } from './measure-head.js';
import { PlanNames } from './plan-names.js';

/** A measure of the file, and its id here. */
export interface Matched extends MeasureHead {
  readonly id: string;
  readonly isNew: boolean;
  /** The id that the row names is that of a measure of another town. */
  readonly isElsewhere: boolean;
}

/**
 * Which measure each row is: the one it names by our id; else the one that an earlier file brought under the same
 * key; else the only one of the plan that has, or had, this title; else the one with this number and a title much
 * like it. What is none of these is new, or stands in another town and is none of this one.
 */
export const matchMeasures = async (
  heads: readonly MeasureHead[],
  town: Town,
  plan: KnownPlan,
  context: ImportContext,
): Promise<Matched[]> => {
  const found = new Map<MeasureHead, string>();
  const elsewhere = new Set<MeasureHead>();
  for (const head of heads) {
    const own = await byId(head, town, context, elsewhere);
    const id = elsewhere.has(head) ? undefined : (own ?? (await byKey(head, town, plan, context)));
    if (id !== undefined) found.set(head, id);
    await context.step();
  }
  const open = heads.filter((head) => !found.has(head) && !elsewhere.has(head));
  if (!plan.isNew && open.length > 0) await byNames(open, plan, context, found);
  return heads.map((head) => {
    const id = found.get(head);
    const fresh = derivedId(context.importId, `measure ${head.source.key} ${town.id}`);
    const isElsewhere = elsewhere.has(head);
    const own = isElsewhere ? undefined : head.ownId;
    return { ...head, id: id ?? own ?? fresh, isNew: id === undefined, isElsewhere };
  });
};

/** An id of ours means the measure of this town; what stands in another town is not touched. */
const byId = async (
  head: MeasureHead,
  town: Town,
  { known }: ImportContext,
  elsewhere: Set<MeasureHead>,
): Promise<string | undefined> => {
  if (head.ownId === undefined) return undefined;
  const [first] = await known.stream(streamName('measure', head.ownId), { limit: 1 });
  if (first === undefined) return undefined;
  if (first.data['municipality'] === town.id) return head.ownId;
  elsewhere.add(head);
  return undefined;
};

/** In this town; a measure in this plan, or in none so far. */
const byKey = async (
  { source }: MeasureHead,
  town: Town,
  plan: KnownPlan,
  { known }: ImportContext,
): Promise<string | undefined> => {
  for (const { id, municipality } of await known.find(source, 'measure')) {
    if (municipality !== town.id) continue;
    if (plan.placements.has(id) || (await known.planOf(id)) === null) return id;
  }
  return undefined;
};

const byNames = async (
  open: readonly MeasureHead[],
  plan: KnownPlan,
  { known }: ImportContext,
  found: Map<MeasureHead, string>,
): Promise<void> => {
  const names = new PlanNames(await known.measureNames(plan.id));
  const taken = new Set(found.values());
  const take = (head: MeasureHead, like: readonly { readonly id: string }[]) => {
    const [only, ...others] = like.filter(({ id }) => !taken.has(id));
    if (!only || others.length > 0) return;
    taken.add(only.id);
    found.set(head, only.id);
  };
  for (const [, [head, ...same]] of Map.groupBy(open, ({ title }) => plainTitle(title))) {
    if (head && same.length === 0) take(head, names.titled(head.title));
  }
  for (const head of open) if (!found.has(head)) take(head, names.numbered(head));
};
