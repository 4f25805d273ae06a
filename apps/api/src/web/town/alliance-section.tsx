import { nextDates } from '@klimaspur/domain';
import { formatDay } from '@klimaspur/messages';
import { ownProjectsSentence, statusCounts } from '../alliance/shown/own-projects.js';
import { alliancePath, meetingPath, outcomePath, tablesPath } from '../roundtables/table-paths.js';
import type { TownProps } from './town-parts.js';

/** „Runder Tisch und Bündnis“: when it meets next, what it wrote down last, and where more stands. */
export const AllianceSection = (props: TownProps) => {
  const { t, town, at, alliance } = props;
  const { tables, members, projects } = alliance;
  if (tables.length + members + projects.length === 0) return null;
  const { slug } = town;
  return (
    <section aria-labelledby="alliance-heading">
      <h2 id="alliance-heading">{t('alliance.ofMeasure')}</h2>
      <ul class="links">
        <NextDate {...props} />
        <NewestMinutes {...props} />
        {members > 0 ? (
          <li>
            <a href={at(alliancePath(t.lang, slug))}>
              {t('alliance.members.count', { count: members })}
            </a>
          </li>
        ) : null}
        {projects.length > 0 ? (
          <li>
            <a href={at(`${alliancePath(t.lang, slug)}#projects-heading`)}>
              {t('alliance.ownProjects')}
            </a>
            {`: ${ownProjectsSentence(statusCounts(projects), t)}`}
          </li>
        ) : null}
      </ul>
      <p class="actions screen-only">
        {tables.length === 0 ? null : (
          <>
            <a href={at(tablesPath(t.lang, slug))}>{t('roundtable.all')}</a>
            <a href={at(outcomePath(t.lang, slug))}>{t('outcome.title')}</a>
          </>
        )}
        <a href={at(alliancePath(t.lang, slug))}>{t('alliance.title')}</a>
      </p>
    </section>
  );
};

/** The next date of all tables; by a rhythm alone it has no page yet. */
const NextDate = ({ t, town, at, today, alliance: { tables } }: TownProps) => {
  const [next] = tables
    .flatMap((table) =>
      nextDates(table, { from: today, days: 365 })
        .slice(0, 1)
        .map((date) => ({ ...date, table })),
    )
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  if (!next) return null;
  const words = (
    <>
      {formatDay(next.on, t.lang)}, <span lang="de">{next.table.name}</span>
    </>
  );
  return (
    <li>
      {t('roundtable.nextDate')}{' '}
      {next.meeting ? (
        <a href={at(meetingPath(t.lang, town.slug, next.table.id, next.meeting.key))}>{words}</a>
      ) : (
        words
      )}
    </li>
  );
};

const NewestMinutes = ({ t, town, at, alliance: { tables } }: TownProps) => {
  const [newest] = tables
    .flatMap((table) =>
      table.meetings
        .filter(({ protocol }) => protocol.step === 'PUBLISHED')
        .map((meeting) => ({ table, meeting })),
    )
    .sort((a, b) => (a.meeting.on < b.meeting.on ? 1 : -1));
  return newest ? (
    <li>
      {t('roundtable.newestMinutes')}{' '}
      <a href={at(meetingPath(t.lang, town.slug, newest.table.id, newest.meeting.key))}>
        {formatDay(newest.meeting.on, t.lang)}, <span lang="de">{newest.table.name}</span>
      </a>
    </li>
  ) : null;
};
