import { newCommandId } from '@klimaspur/event-store';
import { PageTitle } from '../components/page-title.js';
import { Pagination } from '../components/pagination.js';
import type { AboutTown } from '../forms/asked.js';
import type { PageView } from '../forms/form-pages.js';
import type { WorkRoute } from '../forms/work-controller.js';
import { filterNames, pageNumber, withQuery, workPath } from '../paths.js';
import { fieldCrumbs } from './field-crumbs.js';
import { MeasureOrder } from './measure-order.js';
import { fieldTotals, type InField, measuresIn, pagesOf, planWithFields } from './plan-contents.js';
import { planCrumbs } from './plan.routes.js';
import { Task } from './plans.page.js';

/** A plan with more measures is shown field by field. */
const AT_ONCE = 200;

const measuresView = (about: AboutTown, id = ''): PageView => {
  const { t, town } = about;
  const plan = planWithFields(about, id);
  const totals = fieldTotals(about, id);
  const total = totals.reduce((sum, each) => sum + each.total, 0);
  const shown = totals.filter((each) => each.total > 0 || (total === 0 && each.field === null));
  return {
    title: t('plan.measures'),
    path: (lang) => workPath(lang, town.slug, 'plans', id, 'measures'),
    crumbs: planCrumbs(about, id),
    right: ['plan', 'place-measure'],
    children: (
      <>
        <PageTitle title={t('plan.measures')} about={plan.title} lead={t('plan.measures.lead')} />
        {total > AT_ONCE ? (
          <FieldLinks about={about} plan={id} totals={shown} />
        ) : (
          shown.map((each) => <FieldSection about={about} plan={id} in_={each} />)
        )}
      </>
    ),
  };
};

type Total = Pick<InField, 'field' | 'name' | 'total'>;

const FieldLinks = ({
  about: { t, lang, town },
  plan,
  totals,
}: {
  readonly about: AboutTown;
  readonly plan: string;
  readonly totals: readonly Total[];
}) => (
  <ul class="tasks">
    {totals.map(({ field, name, total }) => (
      <Task
        href={workPath(lang, town.slug, 'plans', plan, 'fields', field ?? 'none')}
        title={name}
        hint={t('plan.measures.hint')}
        stand={t('results.all', { total })}
      />
    ))}
  </ul>
);

interface FieldSectionProps {
  readonly about: AboutTown;
  readonly plan: string;
  readonly in_: Total;
}

const FieldSection = ({ about, plan, in_ }: FieldSectionProps) => (
  <section aria-labelledby={`in-${in_.field ?? 'none'}`}>
    <h2 id={`in-${in_.field ?? 'none'}`} lang={in_.field === null ? undefined : 'de'}>
      {in_.name}
    </h2>
    <MeasureOrder
      t={about.t}
      town={about.town}
      plan={plan}
      inField={measuresIn(about, plan, in_)}
      newKey={newCommandId}
      from="plan"
    />
  </section>
);

/** The measures of one field by pages; below the form of the field, or on a page of their own. */
export const OrderOfField = ({
  about,
  plan,
  field,
}: {
  readonly about: AboutTown;
  readonly plan: string;
  readonly field: string | null;
}) => {
  const { t, lang, town, query } = about;
  const asked = fieldTotals(about, plan).find((each) => each.field === field);
  const in_ = asked ?? { field, name: '', total: 0 };
  const pages = pagesOf(in_);
  const page = Math.min(pages, pageNumber(query[filterNames[lang].page]));
  const address = workPath(lang, town.slug, 'plans', plan, 'fields', field ?? 'none');
  return (
    <>
      <MeasureOrder
        t={t}
        town={town}
        plan={plan}
        inField={measuresIn(about, plan, in_, page)}
        newKey={newCommandId}
        from="field"
      />
      <Pagination
        t={t}
        page={page}
        pages={pages}
        href={(other) => withQuery(address, { [filterNames[lang].page]: other })}
      />
    </>
  );
};

const withoutFieldView = (about: AboutTown, id = ''): PageView => {
  const { t, town } = about;
  const plan = planWithFields(about, id);
  return {
    title: t('chart.noField'),
    path: (lang) => workPath(lang, town.slug, 'plans', id, 'fields', 'none'),
    crumbs: fieldCrumbs(about, id),
    right: ['plan', 'place-measure'],
    children: (
      <>
        <PageTitle title={t('chart.noField')} about={plan.title} />
        <OrderOfField about={about} plan={id} field={null} />
      </>
    ),
  };
};

/** The measures of a plan in their order. */
export const planMeasuresRoutes: readonly WorkRoute[] = [
  { parts: ['plans', ':id', 'measures'], view: measuresView },
  { parts: ['plans', ':id', 'fields', 'none'], view: withoutFieldView },
];
