import { formatDay } from '@klimaspur/messages';
import type { PlanItem } from '@klimaspur/read-models';
import { DefinitionList } from '../components/definition-list.js';
import { DownloadLinks } from '../components/download-links.js';
import { PageTitle } from '../components/page-title.js';
import { Prose } from '../components/prose.js';
import { SourceNote } from '../components/source-note.js';
import { planDatesPath } from '../dates/dates-paths.js';
import { FeedLine } from '../feeds/feed-link.js';
import { planFeedPath } from '../feeds/feed-paths.js';
import { townPath, workPath } from '../paths.js';
import { planHistoryPath } from '../trail/trail-paths.js';
import { NoMeasures } from '../work/no-measures.js';
import { codeWord } from '../words/entry-words.js';
import { OwnProjectsSection } from './own-projects-section.js';
import { FieldsSection, NumbersSection, StagesSection, TimeSection } from './town-charts.js';
import { addressOf, comparedUntil, type FigureProps, reportOf, sourceOf } from './town-parts.js';
import { OpinionSection, planFacts } from './town-sections.js';

interface PlanPageProps extends FigureProps {
  readonly plan: PlanItem;
  readonly mayWrite: boolean;
}

/** How one plan of a town stands: the same figures, narrowed to what stands in it. */
export const PlanPage = (props: PlanPageProps) => {
  const { t, town, plan, progress, at, today, mayWrite } = props;
  const { counts } = progress;
  return (
    <>
      <PageTitle
        title={plan.title}
        lang="de"
        kicker={`${codeWord(t, 'planKind', plan.kind)} · ${town.name}`}
        lead={[
          ...(counts.total === 0
            ? []
            : [
                t('town.lead.done', {
                  done: counts.byStatus.completed,
                  total: counts.total,
                  unknown: counts.byStatus.unknown,
                }),
              ]),
          t('town.asOf', { day: formatDay(today, t.lang) }),
        ].join(' ')}
      >
        {plan.published ? null : <strong>{t('draft.mark')}</strong>}
        <a href={at(townPath(t.lang, town.slug))}>{t('plan.allOfTown', { name: town.name })}</a>
        <a href={comparedUntil(props)}>{t('compare.open')}</a>
        <a href={reportOf(props)}>{t('report.open')}</a>
        <a href={at(planHistoryPath(t.lang, town.slug, plan.id))}>{t('plan.allEntries')}</a>
        {mayWrite ? (
          <a href={workPath(t.lang, town.slug, 'plans', plan.id)}>{t('work.open')}</a>
        ) : null}
      </PageTitle>
      {counts.total === 0 ? (
        <NoMeasures t={t} slug={town.slug} mayWrite={mayWrite} place={`${plan.id} none`} />
      ) : (
        <>
          <NumbersSection {...props} />
          <FieldsSection {...props} />
          <StagesSection {...props} />
          <TimeSection {...props} />
        </>
      )}
      <OwnProjectsSection {...props} />
      <section aria-labelledby="plan-heading">
        <h2 id="plan-heading">{t('plan.about')}</h2>
        {plan.description ? <Prose text={plan.description} lang="de" /> : null}
        <DefinitionList items={planFacts(plan, t)} />
      </section>
      <OpinionSection {...props} />
      <SourceNote t={t} source={sourceOf(props)} asOf={today} />
      <DownloadLinks
        t={t}
        downloads={['csv', 'json'].map((ending) => ({
          href: at(`${addressOf(props)}.${ending}`),
          format: ending.toUpperCase(),
        }))}
      />
      {plan.published && town.published ? (
        <FeedLine
          t={t}
          href={at(planFeedPath(t.lang, town.slug, plan.id))}
          datesHref={planDatesPath(t.lang, town.slug, plan.id)}
        />
      ) : null}
    </>
  );
};
