import { measureOf, planOf } from '../forms/about.js';
import type { AboutTown } from '../forms/asked.js';
import { type PageForm, workCrumbs } from '../forms/form-pages.js';
import type { WorkRoute } from '../forms/work-controller.js';
import { workPath } from '../paths.js';
import { PublishPage, UnpublishPage } from './publish.page.js';
import {
  chosenAlso,
  MEASURES,
  measuresOf,
  planThings,
  publishing,
  setVisible,
} from './publishing.js';

type Direction = 'publish' | 'unpublish';

const townForm =
  (direction: Direction) =>
  (about: AboutTown): PageForm => {
    const { t, town } = about;
    const also =
      direction === 'unpublish'
        ? []
        : town.plans.flatMap((plan) => {
            const drafts = measuresOf(about, plan.id, false).length;
            if (plan.published && drafts === 0) return [];
            const label = t('publish.planWith', { title: plan.title, count: drafts });
            return [{ value: plan.id, label }];
          });
    return publishForm(about, direction, {
      what: 'town',
      name: town.name,
      parts: [],
      also,
      ever: direction === 'unpublish' ? [] : town.plans.map(({ id }) => id),
      things: (chosen) => [
        ...town.plans
          .filter(({ id }) => chosen.has(id))
          .flatMap((plan) => planThings(about, plan, true, false)),
        ['municipality', town.id],
      ],
    });
  };

const planForm =
  (direction: Direction) =>
  (about: AboutTown, id = ''): PageForm => {
    const plan = planOf(about, id);
    const published = direction === 'unpublish';
    const count = measuresOf(about, id, published).length;
    const label = about.t('publish.allMeasures', { count });
    return publishForm(about, direction, {
      what: 'plan',
      name: plan.title,
      parts: ['plans', id],
      also: count === 0 ? [] : [{ value: MEASURES, label }],
      ever: [MEASURES],
      things: (chosen) => planThings(about, plan, chosen.has(MEASURES), published),
    });
  };

const measureForm =
  (direction: Direction) =>
  (about: AboutTown, id = ''): PageForm =>
    publishForm(about, direction, {
      what: 'measure',
      name: measureOf(about, id).title,
      parts: ['measures', id],
      also: [],
      ever: [],
      things: () => [['measure', id]],
    });

/** What is to be shown or hidden, and what may go with it. */
interface Subject {
  readonly what: 'town' | 'plan' | 'measure';
  readonly name: string;
  readonly parts: readonly string[];
  readonly also: readonly { readonly value: string; readonly label: string }[];
  /** What may have gone with it when the form was opened. */
  readonly ever: readonly string[];
  readonly things: (chosen: ReadonlySet<string>) => Parameters<typeof setVisible>[1];
}

const publishForm = (about: AboutTown, direction: Direction, subject: Subject): PageForm => {
  const { t, lang, town } = about;
  const { what, name, parts, also, ever, things } = subject;
  const back = workPath(lang, town.slug, ...parts);
  const category = what === 'town' ? 'municipality' : what;
  const visible = direction === 'publish';
  const Page = visible ? PublishPage : UnpublishPage;
  return {
    title: t(visible ? 'publish.title' : 'publish.takeBack'),
    path: (other) => workPath(other, town.slug, ...parts, direction),
    back,
    crumbs: workCrumbs(
      about,
      ...(what === 'town' ? [] : [{ label: name, lang: 'de', href: back }]),
    ),
    right: [category, `${direction}-${category}`],
    ...(what === 'town' && visible ? { ends: publishing(['municipality', town.id]) } : {}),
    now: { also: visible ? also.map(({ value }) => value) : [] },
    work: async (write, reader) => {
      const wanted = visible ? { visible } : { visible, reason: reader.text('reason') };
      await setVisible(write, things(chosenAlso(reader, ever)), wanted);
      return { path: back, notice: visible ? 'published' : 'unpublished' };
    },
    children: (state, action) => (
      <Page t={t} action={action} back={back} state={state} what={what} name={name} also={also} />
    ),
  };
};

/** Shows a town, a plan or a measure to everybody, or hides it again. */
export const publishingRoutes: readonly WorkRoute[] = (['publish', 'unpublish'] as const).flatMap(
  (direction) => [
    { parts: [direction], form: townForm(direction) },
    { parts: ['plans', ':id', direction], form: planForm(direction) },
    { parts: ['measures', ':id', direction], form: measureForm(direction) },
  ],
);
