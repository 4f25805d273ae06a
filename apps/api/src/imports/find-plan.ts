import { Refusal } from '../errors/refusal.js';
import type { Known, KnownPlanTitle, PlanWish, TownFile } from './import-target.js';
import { isList } from './list-town.js';
import type { MeasureHead } from './measure-head.js';
import { PlanNames } from './plan-names.js';

/** How much of a list must be known in a plan, so that it is another edition of the same one. */
const SHARE = 0.5;
/** A plan of which so much comes again is the same one too, however much the list has grown. */
const FEW = 3;
/** Plans that hold nearly as much of a list as the one with the most: which is meant, only people know. */
const NEARLY = 0.9;

export interface FoundPlan extends KnownPlanTitle {
  /** The file is an export of it. */
  readonly isHome: boolean;
}

/** A file, as far as its plan is looked for. */
export interface Sought {
  readonly file: TownFile;
  readonly heads: readonly MeasureHead[];
  /** Id of the town. */
  readonly town: string;
  readonly known: Known;
}

/** The plan somebody named, or null for a new one of that title. What stands in another already is not filed twice. */
export const planNamed = async (sought: Sought, wish: PlanWish): Promise<FoundPlan | null> => {
  const { town, known, heads } = sought;
  const plans = await known.plans(town);
  const found =
    'newTitle' in wish
      ? plans.filter(({ title }) => title === wish.newTitle)
      : plans.filter(({ id, title }) => id === wish.plan || title === wish.plan);
  if (found.length > 1) await refuseAmbiguous(sought, found);
  const [plan] = found;
  if (!plan && 'plan' in wish) {
    const titles = plans.map(({ title }) => title).join(', ') || 'none';
    throw new Refusal('import/plan-unknown', { params: { plan: wish.plan, plans: titles } });
  }
  const home = await homeOf(heads, known, plans);
  if (home !== null && home !== plan?.id) {
    const title = plans.find(({ id }) => id === home)?.title ?? home;
    throw new Refusal('import/plan-elsewhere', { params: { home: title } });
  }
  return plan ? { ...plan, isHome: home !== null } : null;
};

/**
 * The plan that a file is an edition of: the one its measures name by our ids; else the one in which most of its
 * measures stand, by their titles now and before, their numbers and the keys of earlier files; else the one that
 * came from a file of this name. Null: a new one. Where two fit as well, people are asked.
 */
export const planOf = async (sought: Sought): Promise<FoundPlan | null> => {
  const { file, heads, town, known } = sought;
  const plans = await known.plans(town);
  const home = await homeOf(heads, known, plans);
  if (home !== null) {
    const title = plans.find(({ id }) => id === home)?.title ?? file.plan.title;
    return { id: home, title, isHome: true };
  }
  const imported = (await known.find(file.plan.source, 'plan')).map(({ id }) => id);
  const ofThisName = plans.filter(({ id }) => imported.includes(id));
  const likely = file.named && !isList(file) ? [] : await plansOfMost(sought, plans);
  const both = likely.filter((plan) => ofThisName.includes(plan));
  const [plan, ...others] = both.length > 0 ? both : likely.length > 0 ? likely : ofThisName;
  if (plan && others.length > 0) await refuseAmbiguous(sought, [plan, ...others]);
  return plan ? { ...plan, isHome: false } : null;
};

/** Of the plans of this town: a measure of another has its plan there. */
const homeOf = async (
  heads: readonly MeasureHead[],
  known: Known,
  plans: readonly KnownPlanTitle[],
): Promise<string | null> => {
  for (const { ownId } of heads) {
    const home = ownId === undefined ? null : await known.planOf(ownId);
    if (plans.some(({ id }) => id === home)) return home;
  }
  return null;
};

const plansOfMost = async (
  { heads, known }: Sought,
  plans: readonly KnownPlanTitle[],
): Promise<KnownPlanTitle[]> => {
  const counts: { readonly plan: KnownPlanTitle; readonly count: number }[] = [];
  for (const plan of plans) {
    const names = new PlanNames(await known.measureNames(plan.id));
    if (names.size === 0) continue;
    let count = 0;
    for (const head of heads) if (await names.hold(head, known)) count += 1;
    const isMost = count >= heads.length * SHARE || (count >= FEW && count >= names.size * SHARE);
    if (isMost) counts.push({ plan, count });
  }
  const most = Math.max(0, ...counts.map(({ count }) => count));
  return counts.filter(({ count }) => count >= most * NEARLY).map(({ plan }) => plan);
};

const refuseAmbiguous = async (
  { town, known }: Sought,
  plans: readonly KnownPlanTitle[],
): Promise<never> => {
  const name = (await known.towns()).find(({ id }) => id === town)?.name ?? town;
  const titles = plans.map(({ title }) => `„${title}“`).join(', ');
  throw new Refusal('import/plan-ambiguous', {
    params: { town: name, count: plans.length, plans: titles },
  });
};
