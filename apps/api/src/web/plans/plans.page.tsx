import { formatDay, type Translate } from '@klimaspur/messages';
import type { Municipality, PlanItem } from '@klimaspur/read-models';
import type { ComponentChildren } from 'preact';
import { DefinitionList } from '../components/definition-list.js';
import { EmptyState } from '../components/empty-state.js';
import { OwnWords } from '../components/own-words.js';
import { PageTitle } from '../components/page-title.js';
import { planPath, workPath } from '../paths.js';
import { Standing } from '../publishing/standing.js';
import { planFacts } from '../town/town-sections.js';
import { codeWord } from '../words/entry-words.js';

interface TownPlans {
  readonly t: Translate;
  readonly town: Municipality;
}

/** „Pläne“ of a town. */
export const PlansPage = ({ t, town }: TownPlans) => {
  const add = (
    <p>
      <a class="button" href={workPath(t.lang, town.slug, 'plans', 'new')}>
        {t('plans.new')}
      </a>
    </p>
  );
  return (
    <>
      <PageTitle title={t('work.plans')} lead={t('plans.lead')} />
      {town.plans.length === 0 ? (
        <EmptyState text={t('plans.none')}>{add}</EmptyState>
      ) : (
        <>
          <ul class="tasks">
            {town.plans.map((plan) => (
              <li>
                <p class="tasks__what">
                  <a href={workPath(t.lang, town.slug, 'plans', plan.id)} lang="de">
                    {plan.title}
                  </a>
                  <small>{codeWord(t, 'planKind', plan.kind)}</small>
                </p>
                <p class="tasks__stand">
                  {t(plan.published ? 'publish.isPublic' : 'publish.isDraft')}
                </p>
              </li>
            ))}
          </ul>
          {add}
        </>
      )}
    </>
  );
};

interface PlanPageProps extends TownPlans {
  readonly plan: PlanItem;
  /** How many fields it has. */
  readonly fields: number;
  /** How many measures stand in it. */
  readonly measures: number;
  readonly mayPublish: boolean;
}

/** All that can be done with one plan. */
export const PlanPage = ({ t, town, plan, fields, measures, mayPublish }: PlanPageProps) => {
  const parts = ['plans', plan.id];
  const below = (...more: readonly string[]) => workPath(t.lang, town.slug, ...parts, ...more);
  return (
    <>
      <PageTitle title={plan.title} lang="de" kicker={codeWord(t, 'planKind', plan.kind)} />
      <Standing
        t={t}
        slug={town.slug}
        what="plan"
        parts={parts}
        published={plan.published}
        may={mayPublish}
      />
      <DefinitionList items={planFacts(plan, t)} />
      <ul class="tasks">
        <Task href={below('details')} title={t('plan.edit')} hint={t('plan.edit.hint')} />
        <Task
          href={below('editions', 'new')}
          title={t('plan.addEdition')}
          hint={t('plan.addEdition.hint')}
          stand={
            <OwnWords
              {...{ t, own: plan.editions.map(({ label }) => label) }}
              text={
                plan.editions
                  .map(({ label, on }) => `${label} (${formatDay(on, t.lang)})`)
                  .join('; ') || t('work.stand.none')
              }
            />
          }
        />
        <Task
          href={below('fields')}
          title={t('plan.fields')}
          hint={t('plan.fields.hint')}
          stand={t('plan.fields.count', { count: fields })}
        />
        <Task
          href={below('measures')}
          title={t('plan.measures')}
          hint={t('plan.measures.hint')}
          stand={t('results.all', { total: measures })}
        />
      </ul>
      <p>
        <a href={planPath(t.lang, town.slug, plan.id)}>{t('plan.toDashboard')}</a>
      </p>
    </>
  );
};

interface TaskProps {
  readonly href: string;
  readonly title: string;
  /** Language of the title, where it is the town's own text. */
  readonly lang?: string;
  readonly hint: string;
  readonly stand?: ComponentChildren;
}

export const Task = ({ href, title, lang, hint, stand }: TaskProps) => (
  <li>
    <p class="tasks__what">
      <a href={href} lang={lang}>
        {title}
      </a>
      <small>{hint}</small>
    </p>
    {stand === undefined ? null : <p class="tasks__stand">{stand}</p>}
  </li>
);
