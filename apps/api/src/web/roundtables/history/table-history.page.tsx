import { type Download, DownloadLinks } from '../../components/download-links.js';
import { EventTimeline } from '../../components/event-timeline.js';
import { PageTitle } from '../../components/page-title.js';
import type { TimelineEntry } from '../../components/timeline-item.js';
import type { ShownTable } from '../shown/shown-table.js';
import { tablePath } from '../table-paths.js';

interface TableHistoryProps extends ShownTable {
  readonly entries: readonly TimelineEntry[];
  readonly downloads: readonly Download[];
}

/** The whole trail of a round table that the reader may see, newest first. */
export const TableHistoryPage = ({ t, town, table, at, entries, downloads }: TableHistoryProps) => (
  <>
    <PageTitle
      title={table.name}
      lang="de"
      kicker={t('history.crumb')}
      lead={t('roundtable.history.lead')}
    >
      {t.lang === 'en' ? <span>{t('texts.german')}</span> : null}
    </PageTitle>
    <EventTimeline t={t} entries={entries} textLang="de" />
    <DownloadLinks t={t} downloads={downloads} />
    <p class="screen-only">
      <a href={at(tablePath(t.lang, town.slug, table.id))}>{t('roundtable.toTable')}</a>
    </p>
  </>
);
