import type { Translate } from '@klimaspur/messages';
import type { MeasureDetail } from '@klimaspur/read-models';
import type { AskedMoment } from '../../reading/moment.js';
import { SelectField } from '../components/choices.js';
import { DownloadLinks } from '../components/download-links.js';
import { EventTimeline } from '../components/event-timeline.js';
import { FilterForm } from '../components/filter-form.js';
import { PageTitle } from '../components/page-title.js';
import { StatusBadge } from '../components/status-badge.js';
import type { TimelineEntry } from '../components/timeline-item.js';
import { measureDatesPath } from '../dates/dates-paths.js';
import { FeedLine } from '../feeds/feed-link.js';
import { measureFeedPath } from '../feeds/feed-paths.js';
import { historyPath, measurePath } from '../paths.js';
import { kindName } from './history.view.js';
import { historyKinds, type HistoryKind } from './measure-story.js';
import { MomentFields } from './moment-fields.js';

interface HistoryPageProps {
  readonly t: Translate;
  readonly measure: MeasureDetail;
  readonly entries: readonly TimelineEntry[];
  readonly kind: HistoryKind;
  readonly moment: AskedMoment;
  /** Address of what is shown, as a file: `.csv`, `.json`. */
  readonly fileHref: (ending: string) => string;
  readonly at: (path: string) => string;
}

/** The whole trail of a measure, newest first; nothing that was ever said is missing. */
export const HistoryPage = (props: HistoryPageProps) => {
  const { t, measure, entries, kind, fileHref, at } = props;
  const { slug } = measure.municipality;
  const path = historyPath(t.lang, slug, measure.id);
  return (
    <>
      <PageTitle
        title={measure.title}
        lang="de"
        kicker={t('history.crumb')}
        lead={t('history.lead')}
      >
        <StatusBadge t={t} status={measure.status} />
      </PageTitle>
      {t.lang === 'en' ? <p class="hint">{t('texts.german')}</p> : null}
      <FilterForm t={t} action={path}>
        <MomentFields lang={t.lang} moment={props.moment} />
        <SelectField
          t={t}
          name={kindName(t.lang)}
          label={t('history.kind')}
          value={kind}
          choices={historyKinds.map((value) => ({ value, label: t(`historyKind.${value}`) }))}
        />
      </FilterForm>
      <div id="trail" data-filtered>
        <EventTimeline t={t} entries={entries} textLang="de" />
        <DownloadLinks
          t={t}
          downloads={[
            { href: fileHref('.csv'), format: 'CSV' },
            { href: fileHref('.json'), format: 'JSON' },
            { href: fileHref('.jsonl'), format: 'JSON Lines' },
          ]}
        />
      </div>
      {measure.published ? (
        <FeedLine
          t={t}
          href={at(measureFeedPath(t.lang, slug, measure.id))}
          datesHref={measureDatesPath(t.lang, slug, measure.id)}
        />
      ) : null}
      <p>
        <a href={at(measurePath(t.lang, slug, measure.id))}>{t('log.toMeasure')}</a>
      </p>
    </>
  );
};
