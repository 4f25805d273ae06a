import { catalogue, timeline, type Category } from '@klimaspur/domain';
import { categoryOf, idOf } from '@klimaspur/event-store';
import type { MessageKey } from '@klimaspur/messages';
import type { BrokenPlace } from '../../links/link-health.js';
import { pastOf } from '../../reading/past.js';
import type { AboutTown } from '../forms/asked.js';
import { decisionPath, entryPath, planPath, townPath, workPath } from '../paths.js';

/** What a broken link belongs to, and where somebody can mend it. */
export interface BrokenLink {
  readonly place: BrokenPlace;
  readonly name: string;
  /** Where it stands. */
  readonly href: string;
  readonly mend?: Mend;
}

interface Mend {
  readonly href: string;
  readonly label: MessageKey & ('log.addEvidence' | 'links.change');
  readonly right: readonly [Category, string];
}

/** Undefined for what is no longer there. */
export const brokenLink = async (
  about: AboutTown,
  place: BrokenPlace,
): Promise<BrokenLink | undefined> => {
  const named = await nameOf(about, place);
  if (!named) return undefined;
  const mend = mendOf(about, place);
  return { place, ...named, ...(mend ? { mend } : {}) };
};

type Named = Pick<BrokenLink, 'name' | 'href'>;

const nameOf = async (
  { lang, reading, town }: AboutTown,
  { stream, entry }: BrokenPlace,
): Promise<Named | undefined> => {
  const id = idOf(stream);
  switch (categoryOf(stream)) {
    case 'measure': {
      const measure = reading.models.measure(id, reading.view);
      return measure && { name: measure.title, href: entryPath(lang, town.slug, id, entry) };
    }
    case 'decision': {
      const vote = timeline(await pastOf(reading, 'decision', id)).at(0);
      const { title } = (vote?.data['text'] ?? {}) as { title?: string };
      return { name: title ?? '', href: decisionPath(lang, town.slug, id) };
    }
    case 'plan': {
      const plan = town.plans.find((one) => one.id === id);
      return plan && { name: plan.title, href: planPath(lang, town.slug, id) };
    }
    case 'organ': {
      const organ = town.organs.find((one) => one.id === id);
      return organ && { name: organ.name, href: workPath(lang, town.slug, 'organs', id) };
    }
    default:
      return { name: town.name, href: townPath(lang, town.slug) };
  }
};

/** Evidence is added; what is said as a whole is said anew. */
const mendOf = (
  { lang, town }: AboutTown,
  { stream, entry, type }: BrokenPlace,
): Mend | undefined => {
  const id = idOf(stream);
  const change = (right: Mend['right'], ...parts: readonly string[]): Mend => ({
    ...{ right, label: 'links.change' },
    href: workPath(lang, town.slug, ...parts),
  });
  switch (type) {
    case 'MeasureDescribed':
      return change(['measure', 'describe-measure'], 'measures', id, 'sheet');
    case 'PlanDescribed':
      return change(['plan', 'describe-plan'], 'plans', id, 'details');
    case 'PlanEditionAdded':
      return change(['plan', 'add-edition'], 'plans', id);
    case 'OrganDescribed':
      return change(['organ', 'describe-organ'], 'organs', id);
    case 'MunicipalityDescribed':
      return change(['municipality', 'describe-municipality'], 'details');
    case 'MunicipalityObserversDescribed':
      return change(['municipality', 'describe-observers'], 'observers');
    case 'MunicipalityTargetSet':
      return change(['municipality', 'set-target'], 'target');
  }
  const category = categoryOf(stream);
  if (!isMendable(category) || !('evidence' in catalogue[type].text)) return undefined;
  return {
    href: workPath(lang, town.slug, 'links', stream, entry),
    label: 'log.addEvidence',
    right: [category, 'add-evidence'],
  };
};

/** Whose pages show evidence that was added later. */
export const isMendable = (category: string): category is 'measure' | 'decision' =>
  category === 'measure' || category === 'decision';
