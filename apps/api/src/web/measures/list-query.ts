import { stages, stageStates, statuses, type Stage, type Status } from '@klimaspur/domain';
import type { Lang } from '@klimaspur/messages';
import type { MeasureFilter, MeasureSort } from '@klimaspur/read-models';
import { Refusal } from '../../errors/refusal.js';
import { filterNames, measuresPath, withQuery } from '../paths.js';

export const PAGE_SIZE = 50;
export const sorts = [
  'plan',
  'title',
  'status',
  'lastNews',
  'plannedEnd',
] as const satisfies readonly MeasureSort[];

/** What a measure may need attention for. */
export const attentions = ['late', 'stale', 'toBeClarified'] as const;
export type Attention = (typeof attentions)[number];

/** Whether projects of allies are listed: as in the bar of the town without them, or alone, or all together. */
export const alliesShown = ['without', 'only', 'with'] as const;
export type AlliesShown = (typeof alliesShown)[number];

/** What the address of the list asks for. */
export interface ListQuery {
  readonly status: readonly Status[];
  readonly plan: string;
  readonly field: string;
  readonly q: string;
  /** How far it came since the decision; undefined: no matter. */
  readonly stage: Stage | undefined;
  readonly allies: AlliesShown;
  readonly only: readonly Attention[];
  readonly sort: MeasureSort;
  readonly page: number;
}

type Asked = Readonly<Record<string, unknown>>;

const all = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => (typeof one === 'string' ? [one] : []));
const first = (value: unknown) => (all(value)[0] ?? '').trim().slice(0, 200);

/** Reads the address; what means nothing counts as not said, because addresses get cut and mistyped. */
export const listQuery = (asked: Asked, lang: Lang): ListQuery => {
  const names = filterNames[lang];
  const sort = first(asked[names.sort]);
  const page = Number(first(asked[names.page]));
  return {
    status: statuses.filter((status) => all(asked[names.status]).includes(status)),
    plan: first(asked[names.plan]),
    field: first(asked[names.field]),
    q: first(asked['q']),
    stage: stages.find((stage) => stage === first(asked[names.stage])),
    allies: alliesShown.find((known) => known === first(asked[names.allies])) ?? 'without',
    only: attentions.filter((attention) => all(asked[names.only]).includes(attention)),
    sort: sorts.find((known) => known === sort) ?? 'plan',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
};

/** What of the address means nothing, as it stands there: a list that says nothing of it would answer another question. */
export const ignoredIn = (
  asked: Asked,
  lang: Lang,
): readonly { readonly name: string; readonly value: string }[] => {
  const names = filterNames[lang];
  const unknown = (name: string, known: readonly string[]) =>
    all(asked[name])
      .filter((value) => value !== '' && !known.includes(value))
      .map((value) => ({ name, value: value.slice(0, 40) }));
  return [
    ...unknown(names.status, statuses),
    ...unknown(names.stage, stages),
    ...unknown(names.allies, alliesShown),
    ...unknown(names.only, attentions),
    ...unknown(names.sort, sorts),
  ];
};

/** A file has no place to say that it answers another question than the one asked. */
export const refuseIgnored = (asked: Asked, lang: Lang): void => {
  const issues = ignoredIn(asked, lang).map(({ name, value }) => ({
    ...{ path: name, code: 'filter/unknown', params: { value } },
  }));
  if (issues.length > 0) throw new Refusal('query/invalid', { issues });
};

/** The question to the read models. */
export const filterOf = (query: ListQuery, municipality: string): MeasureFilter => ({
  municipality,
  ...(query.status.length > 0 ? { status: query.status } : {}),
  ...(query.plan === '' ? {} : { plan: query.plan }),
  ...(query.field === '' ? {} : { field: query.field }),
  ...(query.q === '' ? {} : { q: query.q }),
  ...(query.stage === undefined ? {} : stageStates[query.stage]),
  ...(query.allies === 'with' ? {} : { ownProjects: query.allies === 'only' }),
  ...Object.fromEntries(query.only.map((attention) => [attention, true])),
  sort: query.sort,
  ...(query.sort === 'lastNews' ? { descending: true } : {}),
  limit: PAGE_SIZE,
  page: query.page,
});

/** The address of the list with some of it said otherwise; the first page again, unless a page is named. */
export const listPath = (
  lang: Lang,
  slug: string,
  query: ListQuery,
  change: Partial<ListQuery> = {},
  ending = '',
): string => {
  const names = filterNames[lang];
  const { status, plan, field, q, stage, allies, only, sort, page } = {
    ...query,
    page: 1,
    ...change,
  };
  return withQuery(measuresPath(lang, slug) + ending, {
    [names.status]: status,
    [names.plan]: plan,
    [names.field]: field,
    q,
    [names.stage]: stage,
    [names.allies]: allies === 'without' ? undefined : allies,
    [names.only]: only,
    [names.sort]: sort === 'plan' ? undefined : sort,
    [names.page]: page > 1 ? page : undefined,
  });
};
