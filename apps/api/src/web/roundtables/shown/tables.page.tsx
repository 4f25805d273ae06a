import { formatDay } from '@klimaspur/messages';
import type { RoundtableDetail } from '@klimaspur/read-models';
import { DataTable } from '../../components/data-table.js';
import { DownloadLinks } from '../../components/download-links.js';
import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { codeWord } from '../../words/entry-words.js';
import {
  alliancePath,
  calendarPath,
  meetingPath,
  outcomePath,
  tablePath,
  tablesPath,
  timelinePath,
} from '../table-paths.js';
import type { ShownTables } from './shown-table.js';
import { comingDates, publishedMinutes, seatsOf } from './tables-file.js';

interface TablesPageProps extends ShownTables {
  readonly tables: readonly RoundtableDetail[];
  /** Set for those who work on them. */
  readonly workHref?: string;
}

/** „Runder Tisch“: where people of a town talk with each other, when next, and what was written down. */
export const TablesPage = (shown: TablesPageProps) => {
  const { t, town, tables, at, workHref } = shown;
  const title = t('roundtable.title', { name: town.name });
  return (
    <>
      <PageTitle title={title} lead={t('roundtable.lead')}>
        {t.lang === 'en' ? <span>{t('texts.german')}</span> : null}
        {workHref ? <a href={workHref}>{t('work.open')}</a> : null}
      </PageTitle>
      {tables.length === 0 ? (
        <EmptyState text={t('roundtable.none.public')} />
      ) : (
        <>
          <p class="actions screen-only">
            <a href={at(outcomePath(t.lang, town.slug))}>{t('outcome.title')}</a>
            <a href={at(timelinePath(t.lang, town.slug))}>{t('timelineOfPlan.title')}</a>
            <a href={at(alliancePath(t.lang, town.slug))}>{t('alliance.title')}</a>
            <a href={calendarPath(t.lang, town.slug)}>{t('roundtable.calendar.subscribe')}</a>
          </p>
          <Coming {...shown} />
          <section aria-labelledby="tables-heading">
            <h2 id="tables-heading">{t('roundtable.all')}</h2>
            <DataTable
              stacks
              t={t}
              caption={title}
              columns={[
                { label: t('roundtable.one') },
                { label: t('roundtable.format') },
                { label: t('roundtable.seats'), numeric: true },
                { label: t('roundtable.minutes.count'), numeric: true },
              ]}
              rows={tables.map((table) => [
                <>
                  <a href={at(tablePath(t.lang, town.slug, table.id))} lang="de">
                    {table.name}
                  </a>
                  {table.described?.text?.topic ? (
                    <small lang="de"> {table.described.text.topic}</small>
                  ) : null}
                  {table.ended ? <small> {t('roundtable.isEnded')}</small> : null}
                </>,
                codeWord(t, 'roundtableFormat', table.format),
                seatsOf(table),
                publishedMinutes(table),
              ])}
            />
            <DownloadLinks
              t={t}
              downloads={(['csv', 'json'] as const).map((ending) => ({
                href: at(`${tablesPath(t.lang, town.slug)}.${ending}`),
                format: ending.toUpperCase(),
              }))}
            />
          </section>
        </>
      )}
    </>
  );
};

/** The next dates of all tables, the earliest first. */
const Coming = ({ t, town, tables, today, at }: TablesPageProps) => {
  const dates = tables
    .flatMap((table) => comingDates(table, today).map((date) => ({ ...date, table })))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .slice(0, 6);
  if (dates.length === 0) return null;
  return (
    <section aria-labelledby="coming-heading">
      <h2 id="coming-heading">{t('roundtable.coming')}</h2>
      <ul class="links">
        {dates.map(({ on, time, meeting, table }) => (
          <li>
            {meeting ? (
              <a href={at(meetingPath(t.lang, town.slug, table.id, meeting.key))}>
                {formatDay(on, t.lang)}: <span lang="de">{table.name}</span>
              </a>
            ) : (
              <>
                {formatDay(on, t.lang)}: <span lang="de">{table.name}</span>
              </>
            )}
            {time === null ? '' : `, ${t('roundtable.atTime', { time })}`}
          </li>
        ))}
      </ul>
    </section>
  );
};
