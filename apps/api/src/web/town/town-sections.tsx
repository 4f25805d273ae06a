import { formatDay, type Translate } from '@klimaspur/messages';
import { DefinitionList } from '../components/definition-list.js';
import { Prose } from '../components/prose.js';
import { codeWord } from '../words/entry-words.js';
import type { TownView } from './town.view.js';

type Props = TownView & { readonly t: Translate };

/** The plans: when they were adopted, and how. */
export const PlanSection = ({ t, town, progress }: Props) => {
  const assessed = progress.fields.filter(({ assessment }) => assessment !== null);
  return town.plans.length === 0 ? null : (
    <section aria-labelledby="plans-heading">
      <h2 id="plans-heading">{t('town.plans', { count: town.plans.length })}</h2>
      {town.plans.map((plan) => (
        <article>
          <h3 lang="de">{plan.title}</h3>
          <DefinitionList
            items={[
              { term: t('plan.kind'), value: codeWord(t, 'planKind', plan.kind) },
              {
                term: t('plan.adopted'),
                value: plan.adopted
                  ? `${codeWord(t, 'planAdopted', plan.adopted.scope)} (${formatDay(plan.adopted.on, t.lang)})`
                  : t('plan.notAdopted'),
              },
              ...plan.editions.map(({ label, on }) => ({
                term: t('plan.edition'),
                value: `${label} (${formatDay(on, t.lang)})`,
                lang: 'de',
              })),
            ]}
          />
          {plan.description ? <Prose text={plan.description} lang="de" /> : null}
        </article>
      ))}
      {assessed.length === 0 ? null : (
        <>
          <h3>{t('town.assessment', { group: town.observers?.name ?? t('town.source') })}</h3>
          <DefinitionList
            items={assessed.map(({ name, assessment }) => ({
              term: name,
              value: assessment
                ? `${codeWord(t, `rating.${assessment.scale}`, assessment.rating)} (${formatDay(assessment.since, t.lang)})`
                : '',
            }))}
          />
        </>
      )}
    </section>
  );
};

/** „Wer beobachtet hier?“ */
export const ObserversSection = ({ t, town }: Props) => {
  const { observers, website } = town;
  return (
    <section aria-labelledby="observers-heading">
      <h2 id="observers-heading">{t('town.observers')}</h2>
      {observers === null ? (
        <p>{t('town.observers.none')}</p>
      ) : (
        <>
          <DefinitionList
            items={[
              { term: t('observers.name'), value: observers.name, lang: 'de' },
              {
                term: t('observers.relation'),
                value: observers.relation && codeWord(t, 'relation', observers.relation),
              },
              {
                term: t('observers.website'),
                value: observers.website ? <a href={observers.website}>{observers.website}</a> : '',
              },
              { term: t('observers.contact'), value: observers.contact, lang: 'de' },
              { term: t('observers.sources'), value: observers.sources, lang: 'de' },
              { term: t('observers.supporters'), value: observers.supporters, lang: 'de' },
              {
                term: t('town.website'),
                value: website ? <a href={website}>{website}</a> : '',
              },
            ]}
          />
          {observers.teaser ? <Prose text={observers.teaser} lang="de" /> : null}
          {observers.description ? <Prose text={observers.description} lang="de" /> : null}
          {observers.method ? <Prose text={observers.method} lang="de" /> : null}
        </>
      )}
    </section>
  );
};
