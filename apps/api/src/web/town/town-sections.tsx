import { formatDay, formatNumber } from '@klimaspur/messages';
import type { PlanItem } from '@klimaspur/read-models';
import type { ComponentChildren } from 'preact';
import { isLookedAt } from '../charts/opinions.js';
import { type Definition, DefinitionList } from '../components/definition-list.js';
import { OwnWords } from '../components/own-words.js';
import { Prose } from '../components/prose.js';
import { Unreachable } from '../components/unreachable.js';
import { decisionsPath } from '../paths.js';
import { observersPath } from '../paths.js';
import { planPath } from '../paths.js';
import { codeWord } from '../words/entry-words.js';
import { fieldNames } from '../words/field-names.js';
import { OpinionChart } from './town-charts.js';
import { type FigureProps, sourceOf, type TownProps } from './town-parts.js';

/** The plans: when they were adopted, and how. */
export const PlanSection = ({ t, town, at }: TownProps) =>
  town.plans.length === 0 ? null : (
    <section aria-labelledby="plans-heading">
      <h2 id="plans-heading">{t('town.plans', { count: town.plans.length })}</h2>
      {town.plans.map((plan) => (
        <article>
          <h3 lang="de">{plan.title}</h3>
          {plan.published ? null : (
            <p>
              <strong>{t('draft.mark')}</strong>
            </p>
          )}
          {plan.description ? <Prose text={plan.description} lang="de" /> : null}
          <DefinitionList items={planFacts(plan, t)} />
          {town.plans.length === 1 ? null : (
            <p class="screen-only">
              <a href={at(planPath(t.lang, town.slug, plan.id))}>
                {t('plan.dashboard')}
                <span class="hidden" lang="de">
                  : {plan.title}
                </span>
              </a>
            </p>
          )}
        </article>
      ))}
      <p class="screen-only">
        <a href={at(decisionsPath(t.lang, town.slug))}>{t('decision.all')}</a>
      </p>
    </section>
  );

export const planFacts = (plan: PlanItem, t: TownProps['t']): Definition[] => [
  { term: t('plan.kind'), value: codeWord(t, 'planKind', plan.kind) },
  { term: t('plan.adopted'), value: adoptedWords(plan, t) },
  ...plan.editions.map(({ label, url, on }) => ({
    term: t('plan.edition'),
    value: (
      <>
        {url === null ? (
          <span lang="de">{label}</span>
        ) : (
          <a class="external" href={url} lang="de">
            {label}
          </a>
        )}{' '}
        ({formatDay(on, t.lang)}){url === null ? null : <Unreachable t={t} url={url} />}
      </>
    ),
  })),
];

/** „grundsätzlich beschlossen (21. Dezember 2023)“. */
export const adoptedWords = ({ adopted }: PlanItem, t: TownProps['t']): string => {
  if (adopted === null) return t('plan.notAdopted');
  const how =
    adopted.scope === 'IN_PRINCIPLE'
      ? t('plan.inPrinciple')
      : codeWord(t, 'planAdopted', adopted.scope);
  return t('plan.adoptedOn', { how, day: formatDay(adopted.on, t.lang) });
};

/** What the observers think of it: apart from the facts, signed and dated. */
export const AssessmentSection = (props: TownProps) => {
  const { t, town, progress } = props;
  const texts = (['plan', 'administration', 'status'] as const).flatMap((what) => {
    const text = town.assessments[what];
    return text ? [{ what, text }] : [];
  });
  const names = fieldNames(progress.fields);
  const fields = progress.fields.flatMap(({ id, assessment }) =>
    assessment === null ? [] : [{ name: names.get(id), assessment }],
  );
  if (texts.length + fields.length === 0) return <OpinionSection {...props} />;
  return (
    <OpinionSection {...props}>
      {texts.map(({ what, text }) => (
        <>
          <h3>{t(`town.assessment.${what}`)}</h3>
          <Prose text={text} lang="de" />
        </>
      ))}
      {fields.length === 0 ? null : (
        <>
          <h3>{t('town.assessment.fields')}</h3>
          <DefinitionList
            items={fields.map(({ name, assessment }) => ({
              term: <span lang="de">{name}</span>,
              value: (
                <>
                  {t(assessment.on ? 'town.assessment.asOf' : 'town.assessment.undated', {
                    rating: codeWord(t, `rating.${assessment.scale}`, assessment.rating),
                    day: formatDay(assessment.on, t.lang),
                  })}
                  {assessment.note === null ? null : <Prose text={assessment.note} lang="de" />}
                </>
              ),
            }))}
          />
        </>
      )}
    </OpinionSection>
  );
};

/** The ratings of measures, and what else the observers think; nothing where they said nothing. */
export const OpinionSection = (props: FigureProps & { readonly children?: ComponentChildren }) => {
  const { t, opinions, children } = props;
  return !isLookedAt(opinions) && !children ? null : (
    <section aria-labelledby="assessment-heading">
      <h2 id="assessment-heading">
        <OwnWords
          t={t}
          text={t('town.assessment', { group: sourceOf(props) })}
          own={[sourceOf(props)]}
        />
      </h2>
      <p class="small">{t('town.assessment.own')}</p>
      <OpinionChart {...props} />
      {children}
    </section>
  );
};

/** „Wer beobachtet hier?“ */
export const ObserversSection = ({ t, town, at }: TownProps) => {
  const { observers } = town;
  return (
    <section aria-labelledby="observers-heading">
      <h2 id="observers-heading">{t('town.observers')}</h2>
      {observers === null ? (
        <p>{t('town.observers.none')}</p>
      ) : (
        <>
          {observers.teaser ? <Prose text={observers.teaser} lang="de" /> : null}
          <DefinitionList
            items={[
              { term: t('observers.name'), value: observers.name, lang: 'de' },
              {
                term: t('observers.relation'),
                value: observers.relation && codeWord(t, 'relation', observers.relation),
              },
              { term: t('observers.contact'), value: observers.contact, lang: 'de' },
            ]}
          />
        </>
      )}
      <p class="screen-only">
        <a href={at(observersPath(t.lang, town.slug))}>{t('observers.more')}</a>
      </p>
      {town.description || town.population !== null || town.website ? (
        <h3>{t('town.about', { name: town.name })}</h3>
      ) : null}
      {town.description ? <Prose text={town.description} lang="de" /> : null}
      <DefinitionList
        items={[
          { term: t('town.population'), value: populationOf(town, t) },
          { term: t('town.website'), value: linkTo(town.website, t) },
        ]}
      />
    </section>
  );
};

const linkTo = (address: string | null, t: TownProps['t']) =>
  address === null ? null : (
    <>
      <a class="external" href={address}>
        {address}
      </a>
      <Unreachable t={t} url={address} />
    </>
  );

const populationOf = ({ population, populationOn }: TownProps['town'], t: TownProps['t']) => {
  if (population === null) return null;
  if (populationOn === null) return formatNumber(population, t.lang);
  return t('town.populationOn', { count: population, day: formatDay(populationOn, t.lang) });
};
