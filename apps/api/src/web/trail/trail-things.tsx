import { categoryOf, idOf } from '@klimaspur/event-store';
import type { Lang, Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import type { Reading } from '../../reading/reader.js';
import type { ChoiceGroup } from '../components/choices.js';
import type { Definition } from '../components/definition-list.js';
import { decisionPath, measurePath, planPath, townPath } from '../paths.js';
import { actorPath, tablePath } from '../roundtables/table-paths.js';
import { measuresNamed, type NamedMeasures } from './measures-named.js';
import type { TrailEntry, TrailStory } from './trail-story.js';

export interface ShownThing {
  readonly t: Translate;
  /** An address of the same moment. */
  readonly at: (path: string) => string;
}

/** What an entry is about. */
export interface Thing {
  readonly category: ThingCategory;
  readonly name: string | undefined;
  /** Absent where it has no page. */
  readonly href?: string;
}

const thingCategories = [
  'municipality',
  'organ',
  'plan',
  'measure',
  'decision',
  'actor',
  'roundtable',
] as const;
type ThingCategory = (typeof thingCategories)[number];

/** The thing in whose stream an entry stands, with the name that it has at the moment asked about. */
export const thingOf = ({ item }: TrailEntry, story: TrailStory, lang: Lang): Thing => {
  const { slug, name } = item.municipality;
  const id = idOf(item.stream);
  const category = thingCategories.find((one) => one === categoryOf(item.stream)) ?? 'municipality';
  const town = story.towns.get(item.municipality.id);
  switch (category) {
    case 'municipality':
      return { category, name, href: townPath(lang, slug) };
    case 'organ':
      return { category, name: nameIn(town, 'organs', id) };
    case 'plan':
      return { category, name: nameIn(town, 'plans', id), href: planPath(lang, slug, id) };
    case 'measure':
      return { category, name: item.measure?.title, href: measurePath(lang, slug, id) };
    case 'decision':
      return { category, name: story.titles.get(id), href: decisionPath(lang, slug, id) };
    case 'actor':
      return { category, name: story.actorName(id), href: actorPath(lang, slug, id) };
    case 'roundtable':
      return { category, name: story.tableName(id), href: tablePath(lang, slug, id) };
  }
};

const nameIn = (town: Municipality | undefined, list: 'organs' | 'plans', id: string) => {
  if (list === 'organs') return town?.organs.find((organ) => organ.id === id)?.name;
  return town?.plans.find((plan) => plan.id === id)?.title;
};

export const thingFact = (
  { category, name, href }: Thing,
  { t, at }: ShownThing,
): readonly Definition[] => {
  if (!name) return [];
  const value = href === undefined ? name : <a href={at(href)}>{name}</a>;
  return [{ term: t(`trail.thing.${category}`), value, lang: 'de' }];
};

/** The measures that an entry names beside its own, by their titles, as far as the asker may see them. */
export const measureFacts = (
  { item, entry }: TrailEntry,
  { titles }: TrailStory,
  { t, at }: ShownThing,
): readonly Definition[] =>
  measuresNamed(entry).flatMap(({ term, ids }): Definition[] => {
    const seen = ids.filter((id) => titles.has(id));
    if (seen.length === 0) return [];
    const value = seen.map((id, nth) => (
      <>
        {nth > 0 ? ', ' : null}
        <a href={at(measurePath(t.lang, item.municipality.slug, id))}>{titles.get(id)}</a>
      </>
    ));
    return [{ term: words(term, seen.length, t), value, lang: 'de' }];
  });

const words = (term: NamedMeasures['term'], count: number, t: ShownThing['t']): string => {
  if (term === 'heirs') return t('measure.heirs');
  return t(count === 1 ? 'trail.thing.measure' : 'trail.things.measure');
};

/** Things of a town by which its trail can be narrowed; measures and votes have histories of their own. */
export const thingChoices = (
  { models, view }: Reading,
  town: Municipality,
  t: Translate,
): readonly ChoiceGroup[] => {
  const named = (
    category: Exclude<ThingCategory, 'measure' | 'decision'>,
    things: readonly Named[],
  ): ChoiceGroup => ({
    label: t(`trail.things.${category}`),
    choices: things.map(({ id, name }) => ({
      value: `${category}-${id}`,
      label: name,
      lang: 'de',
    })),
  });
  const plans = town.plans.map(({ id, title }) => ({ id, name: title }));
  return [
    named('municipality', [town]),
    named('plan', plans),
    named('organ', town.organs),
    named('roundtable', models.roundtables({ municipality: town.id }, view)),
    named('actor', models.actors({ municipality: town.id }, view)),
  ].filter(({ choices }) => choices.length > 0);
};

interface Named {
  readonly id: string;
  readonly name: string;
}
