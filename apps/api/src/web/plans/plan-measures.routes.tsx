import { newCommandId } from '@klimaspur/event-store';
import { PageTitle } from '../components/page-title.js';
import type { AboutTown } from '../forms/asked.js';
import type { PageView } from '../forms/form-pages.js';
import type { WorkRoute } from '../forms/work-controller.js';
import { workPath } from '../paths.js';
import { MeasureOrder } from './measure-order.js';
import { measuresByField, planWithFields } from './plan-contents.js';
import { planCrumbs } from './plan.routes.js';

/** All measures of a plan, field by field. */
const measuresView = (about: AboutTown, id = ''): PageView => {
  const { t, town } = about;
  const plan = planWithFields(about, id);
  const measures = measuresByField(about, id);
  const groups = [
    ...plan.fields.map((field) => ({ id: field.id, name: field.name, depth: field.depth })),
    { id: null, name: t('chart.noField'), depth: 0 },
  ].map((group) => ({ ...group, measures: measures.get(group.id) ?? [] }));
  const total = groups.reduce((sum, group) => sum + group.measures.length, 0);
  return {
    title: t('plan.measures'),
    path: (lang) => workPath(lang, town.slug, 'plans', id, 'measures'),
    crumbs: planCrumbs(about, id),
    right: ['plan', 'place-measure'],
    children: (
      <>
        <PageTitle title={t('plan.measures')} kicker={plan.title} lead={t('plan.measures.lead')} />
        {groups
          .filter((group) => group.measures.length > 0 || (total === 0 && group.id === null))
          .map(({ id: field, name, measures: own }) => (
            <section aria-labelledby={`in-${field ?? 'none'}`}>
              <h2 id={`in-${field ?? 'none'}`} lang={field === null ? undefined : 'de'}>
                {name}
              </h2>
              <MeasureOrder
                t={t}
                town={town}
                plan={id}
                field={field}
                measures={own}
                newKey={newCommandId}
              />
            </section>
          ))}
      </>
    ),
  };
};

export const planMeasuresRoutes: readonly WorkRoute[] = [
  { parts: ['plans', ':id', 'measures'], view: measuresView },
];
