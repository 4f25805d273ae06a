import { nextDates } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { Municipality, RoundtableDetail } from '@klimaspur/read-models';
import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { workPath } from '../../paths.js';
import { codeWord } from '../../words/entry-words.js';

interface TablesPageProps {
  readonly t: Translate;
  readonly town: Municipality;
  readonly tables: readonly RoundtableDetail[];
  readonly today: string;
  readonly mayFound: boolean;
}

/** „Runde Tische“ of a town: those that meet, then those that did. */
export const TablesPage = ({ t, town, tables, today, mayFound }: TablesPageProps) => {
  const going = tables.filter(({ ended }) => ended === null);
  const ended = tables.filter((table) => table.ended !== null);
  const add = mayFound ? (
    <p>
      <a class="button" href={workPath(t.lang, town.slug, 'tables', 'new')}>
        {t('roundtable.new')}
      </a>
    </p>
  ) : null;
  return (
    <>
      <PageTitle title={t('roundtable.all')} lead={t('roundtable.all.lead')} />
      {tables.length === 0 ? (
        <EmptyState text={t('roundtable.none')}>{add}</EmptyState>
      ) : (
        <>
          {add}
          <TableList {...{ t, town, today }} tables={going} />
        </>
      )}
      {tables.length === 0 ? null : (
        <p>
          <a href={workPath(t.lang, town.slug, 'tables', 'calendar')}>{t('roundtable.calendar')}</a>
        </p>
      )}
      {ended.length === 0 ? null : (
        <section aria-labelledby="ended-heading">
          <h2 id="ended-heading">{t('roundtable.ended')}</h2>
          <TableList {...{ t, town, today }} tables={ended} />
        </section>
      )}
    </>
  );
};

const TableList = ({ t, town, tables, today }: Omit<TablesPageProps, 'mayFound'>) => (
  <ul class="tasks">
    {tables.map((table) => (
      <li>
        <p class="tasks__what">
          <a href={workPath(t.lang, town.slug, 'tables', table.id)} lang="de">
            {table.name}
          </a>
          <small>{codeWord(t, 'roundtableFormat', table.format)}</small>
        </p>
        <p class="tasks__stand">{standOf(table, t, today)}</p>
      </li>
    ))}
  </ul>
);

const standOf = (table: RoundtableDetail, t: Translate, today: string): string => {
  const [next] = nextDates(table, { from: today, days: 365 });
  const when = next
    ? t('roundtable.next', { day: formatDay(next.on, t.lang) })
    : t('roundtable.held', { count: table.meetings.filter(({ held }) => held).length });
  return [when, t(table.published ? 'publish.isPublic' : 'publish.isDraft')].join(' · ');
};
