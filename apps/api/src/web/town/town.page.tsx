import { formatDay } from '@klimaspur/messages';
import { EmptyState } from '../components/empty-state.js';
import { DownloadLinks } from '../components/download-links.js';
import { PageTitle } from '../components/page-title.js';
import { SourceNote } from '../components/source-note.js';
import { NoMeasures } from '../work/no-measures.js';
import { townDatesPath } from '../dates/dates-paths.js';
import { FeedLine } from '../feeds/feed-link.js';
import { townFeedPath } from '../feeds/feed-paths.js';
import { townPath, workPath } from '../paths.js';
import { sharePath } from '../share/share-paths.js';
import { townHistoryPath } from '../trail/trail-paths.js';
import { AllianceSection } from './alliance-section.js';
import { ArrivalNotes } from './arrival-notes.js';
import { ChangesList } from './changes-list.js';
import { TargetSection } from './target-section.js';
import { OwnProjectsSection } from './own-projects-section.js';
import { FieldsSection, NumbersSection, StagesSection, TimeSection } from './town-charts.js';
import { TurnsSection } from './turns-section.js';
import { workbookPath } from './workbook-path.js';
import { comparedUntil, reportOf, sourceOf, type TownProps } from './town-parts.js';
import { AssessmentSection, ObserversSection, PlanSection } from './town-sections.js';

/** How a town stands: numbers first, then charts, then what happened last, then who says so. */
export const TownPage = (props: TownProps & { readonly mayWrite?: boolean }) => {
  const { t, town, progress, at, today } = props;
  const address = townPath(t.lang, town.slug);
  return (
    <>
      <PageTitle title={t('town.title', { name: town.name })} lead={leadOf(props)}>
        {town.published ? null : <strong>{t('draft.mark')}</strong>}
        {town.observers?.relation === 'MUNICIPALITY' ? null : <span>{t('town.unofficial')}</span>}
        {t.lang === 'en' ? <span>{t('texts.german')}</span> : null}
        <a href={reportOf(props)}>{t('report.open')}</a>
        {town.published ? <a href={at(sharePath(t.lang, address))}>{t('share.open')}</a> : null}
        {props.mayWrite ? <a href={workPath(t.lang, town.slug)}>{t('work.open')}</a> : null}
      </PageTitle>
      {progress.counts.total === 0 ? (
        <>
          <NoMeasures t={t} slug={town.slug} mayWrite={props.mayWrite} />
          <TargetSection {...props} />
        </>
      ) : (
        <>
          <NumbersSection {...props} />
          <TargetSection {...props} />
          <TurnsSection {...props} />
          <FieldsSection {...props} />
          <StagesSection {...props} />
          <TimeSection {...props} />
        </>
      )}
      <OwnProjectsSection {...props} />
      <PlanSection {...props} />
      <AllianceSection {...props} />
      <section aria-labelledby="changes-heading">
        <h2 id="changes-heading">{t('town.changes')}</h2>
        {props.changes.length === 0 ? (
          <EmptyState text={t('timeline.empty')} />
        ) : (
          <ChangesList t={t} changes={props.changes} at={at} />
        )}
        <p class="screen-only">
          <a href={at(townHistoryPath(t.lang, town.slug))}>{t('town.allEntries')}</a>{' '}
          <a href={comparedUntil(props)}>{t('compare.open')}</a>
        </p>
        {town.published ? (
          <FeedLine
            t={t}
            href={at(townFeedPath(t.lang, town.slug))}
            datesHref={townDatesPath(t.lang, town.slug)}
          />
        ) : null}
      </section>
      <AssessmentSection {...props} />
      <ObserversSection {...props} />
      <SourceNote t={t} source={sourceOf(props)} asOf={today} />
      <ArrivalNotes t={t} arrivals={town.arrivals} since={progress.recordedSince} />
      <DownloadLinks
        t={t}
        downloads={[
          { href: at(`${address}.csv`), format: 'CSV' },
          { href: at(`${address}.json`), format: 'JSON' },
        ]}
      />
      <DownloadLinks
        t={t}
        label={t('workbook.all')}
        downloads={[{ href: at(workbookPath(t.lang, town.slug)), format: 'XLSX' }]}
      />
    </>
  );
};

const leadOf = ({ t, town, progress: { counts }, today }: TownProps): string =>
  [
    ...(counts.total === 0
      ? []
      : [
          t('town.lead.done', {
            done: counts.byStatus.completed,
            total: counts.total,
            unknown: counts.byStatus.unknown,
          }),
        ]),
    ...(town.targetYear === null ? [] : [t('town.lead.target', { year: String(town.targetYear) })]),
    t('town.asOf', { day: formatDay(today, t.lang) }),
  ].join(' ');
