import { dayNumber, stages, statuses } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import type { FieldProgress, MeasureItem, MeasurePage, Municipality } from '@klimaspur/read-models';
import { allCounted } from '../../reading/all-counted.js';
import type { AskedMoment } from '../../reading/moment.js';
import { CheckboxGroup, SelectField } from '../components/choices.js';
import { DownloadLinks } from '../components/download-links.js';
import { EmptyState } from '../components/empty-state.js';
import { FilterForm, type ActiveFilter } from '../components/filter-form.js';
import { MeasureList } from '../components/measure-list.js';
import { FeedLine } from '../feeds/feed-link.js';
import { listFeedPath } from '../feeds/feed-paths.js';
import { Notice } from '../components/notice.js';
import { PageTitle } from '../components/page-title.js';
import { Pagination } from '../components/pagination.js';
import { ResultCount } from '../components/result-count.js';
import { TextField } from '../components/text-fields.js';
import { filterNames, measurePath, measuresPath, pageCount } from '../paths.js';
import { fieldNames, fieldPathName } from '../words/field-names.js';
import { NoMeasures } from '../work/no-measures.js';
import {
  alliesShown,
  attentions,
  listPath,
  PAGE_SIZE,
  sorts,
  type ListQuery,
} from './list-query.js';
import { MomentFields } from './moment-fields.js';

export interface ListPageProps {
  readonly t: Translate;
  readonly town: Municipality;
  readonly fields: readonly FieldProgress[];
  readonly query: ListQuery;
  /** What of the address means nothing. */
  readonly ignored: readonly { readonly name: string; readonly value: string }[];
  readonly found: MeasurePage;
  /** How many of those found only the signed-in see. */
  readonly drafts: number;
  /** How many projects of allies fit as well, which the list leaves out. */
  readonly apart: number;
  /** Of all measures of the town, of its allies, or of both, as the list is about them. */
  readonly total: number;
  readonly today: string;
  readonly moment: AskedMoment;
  readonly at: (path: string) => string;
  readonly mayWrite: boolean;
}

/** All measures of a town: filters as a form, the address as their state. */
export const ListPage = (props: ListPageProps) => {
  const { t, town, query, found, total, at } = props;
  const pages = pageCount(found.total, PAGE_SIZE);
  const path = (change: Partial<ListQuery>, ending = '') =>
    at(listPath(t.lang, town.slug, query, change, ending));
  return (
    <>
      <PageTitle title={t('list.title', { name: town.name })} lead={t('list.lead')} />
      {t.lang === 'en' ? <p class="hint">{t('texts.german')}</p> : null}
      {props.ignored.length === 0 ? null : (
        <Notice kind="warning">
          <p>
            {t('list.ignored', {
              filters: props.ignored.map(({ name, value }) => `${name}=${value}`).join(', '),
            })}
          </p>
        </Notice>
      )}
      <FilterForm
        t={t}
        action={measuresPath(t.lang, town.slug)}
        active={activeFilters(props, path)}
        resetHref={at(measuresPath(t.lang, town.slug))}
      >
        <MomentFields lang={t.lang} moment={props.moment} />
        <Filters {...props} />
      </FilterForm>
      <div id="results" data-filtered>
        <h2 id="results-heading" class="hidden">
          {t('list.results')}
        </h2>
        <ResultCount
          {...{ t, total, pages }}
          found={found.total}
          drafts={props.drafts}
          page={query.page}
        />
        {props.apart === 0 ? null : (
          <p>
            <a href={path({ allies: 'only' })}>{t('list.apart', { count: props.apart })}</a>
          </p>
        )}
        <Found {...props} />
        <Pagination t={t} page={query.page} pages={pages} href={(page) => path({ page })} />
        <DownloadLinks
          t={t}
          label={t('list.downloads')}
          downloads={[
            { href: path({}, '.csv'), format: 'CSV' },
            { href: path({}, '.xlsx'), format: 'XLSX' },
            { href: path({}, '.json'), format: 'JSON' },
          ]}
        />
        {town.published ? (
          <FeedLine t={t} href={at(listFeedPath(t.lang, town.slug, query))} />
        ) : null}
      </div>
    </>
  );
};

const Found = (props: ListPageProps) => {
  const { t, town, found, at } = props;
  if (found.items.length > 0) {
    return <MeasureList t={t} items={found.items.map((item) => row(item, props))} textLang="de" />;
  }
  if (allCounted(town) === 0)
    return <NoMeasures t={t} slug={town.slug} mayWrite={props.mayWrite} />;
  return (
    <EmptyState text={t('list.noneFound')}>
      <p>
        <a href={at(measuresPath(t.lang, town.slug))}>{t('filter.reset')}</a>
      </p>
    </EmptyState>
  );
};

const row = (item: MeasureItem, { t, town, today, at }: ListPageProps) => ({
  href: at(measurePath(t.lang, town.slug, item.id)),
  title: item.title,
  status: item.status,
  number: [item.place?.number, item.published ? null : t('draft.short')]
    .filter(Boolean)
    .join(' · '),
  ...(item.place?.fieldPath.length ? { field: fieldPathName(item.place.fieldPath) } : {}),
  ...(item.lead ? { responsible: item.lead } : {}),
  plannedEnd: item.plannedEnd,
  ...lateness(item, today),
  stale: item.stale,
});

const lateness = ({ late, plannedStart }: MeasureItem, today: string) => {
  if (!late) return {};
  const days = dayNumber(today) - dayNumber(late.since) + 1;
  return late.which === 'end' ? { lateDays: days } : { missedStart: { day: plannedStart, days } };
};

const Filters = ({ t, town, query, found, fields }: ListPageProps) => {
  const names = filterNames[t.lang];
  return (
    <>
      <CheckboxGroup
        t={t}
        name={names.status}
        label={t('filter.status')}
        inline
        chosen={query.status}
        choices={statuses.map((status) => ({
          value: status,
          label: t(`status.${status}`),
          count: found.facets[status],
        }))}
      />
      <TextField t={t} name="q" type="search" label={t('filter.search')} value={query.q} />
      {town.plans.length < 2 ? null : (
        <SelectField
          t={t}
          name={names.plan}
          label={t('measure.plan')}
          value={query.plan}
          choices={[
            { value: '', label: t('filter.all') },
            ...town.plans.map(({ id, title }) => ({ value: id, label: title, lang: 'de' })),
          ]}
        />
      )}
      <SelectField
        t={t}
        name={names.field}
        label={t('filter.field')}
        value={query.field}
        choices={[
          { value: '', label: t('filter.all') },
          ...fields.map(({ id, name, depth }) => ({
            value: id,
            label: `${'– '.repeat(depth)}${name}`,
            lang: 'de',
          })),
          { value: 'none', label: t('chart.noField') },
        ]}
      />
      <SelectField
        t={t}
        name={names.stage}
        label={t('stages.title')}
        value={query.stage ?? ''}
        choices={[
          { value: '', label: t('filter.all') },
          ...stages.map((stage) => ({ value: stage, label: t(`stages.${stage}`) })),
        ]}
      />
      {town.ownProjects.total === 0 && query.allies === 'without' ? null : (
        <SelectField
          t={t}
          name={names.allies}
          label={t('filter.allies')}
          value={query.allies}
          choices={alliesShown.map((value) => ({ value, label: t(`filter.allies.${value}`) }))}
        />
      )}
      <SelectField
        t={t}
        name={names.sort}
        label={t('filter.sort')}
        value={query.sort}
        choices={sorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
      />
      <CheckboxGroup
        t={t}
        name={names.only}
        label={t('filter.attention')}
        inline
        chosen={query.only}
        choices={attentions.map((value) => ({ value, label: t(`filter.${value}`) }))}
      />
    </>
  );
};

const activeFilters = (
  { t, town, query, fields }: ListPageProps,
  path: (change: Partial<ListQuery>) => string,
): ActiveFilter[] => {
  const fieldName =
    query.field === 'none'
      ? t('chart.noField')
      : (fieldNames(fields).get(query.field) ?? query.field);
  return [
    ...query.status.map((status) => ({
      label: t(`status.${status}`),
      removeHref: path({ status: query.status.filter((other) => other !== status) }),
    })),
    ...(query.plan === ''
      ? []
      : [
          {
            label: town.plans.find(({ id }) => id === query.plan)?.title ?? query.plan,
            lang: 'de',
            removeHref: path({ plan: '' }),
          },
        ]),
    ...(query.field === ''
      ? []
      : [
          {
            label: fieldName,
            ...(query.field === 'none' ? {} : { lang: 'de' }),
            removeHref: path({ field: '' }),
          },
        ]),
    ...(query.q === ''
      ? []
      : [
          { label: t.lang === 'de' ? `„${query.q}“` : `“${query.q}”`, removeHref: path({ q: '' }) },
        ]),
    ...(query.stage === undefined
      ? []
      : [{ label: t(`stages.${query.stage}`), removeHref: path({ stage: undefined }) }]),
    ...(query.allies === 'without'
      ? []
      : [
          {
            label: `${t('filter.allies')}: ${t(`filter.allies.${query.allies}`)}`,
            removeHref: path({ allies: 'without' }),
          },
        ]),
    ...query.only.map((attention) => ({
      label: t(`filter.${attention}`),
      removeHref: path({ only: query.only.filter((other) => other !== attention) }),
    })),
  ];
};
