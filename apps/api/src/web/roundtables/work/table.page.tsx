import { nextDates, type Rhythm } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { Municipality, RoundtableDetail } from '@klimaspur/read-models';
import type { ComponentChildren } from 'preact';
import { Notice } from '../../components/notice.js';
import { PageTitle } from '../../components/page-title.js';
import { workPath } from '../../paths.js';
import { Task } from '../../plans/plans.page.js';
import { codeWord } from '../../words/entry-words.js';
import { protocolWords } from '../protocol-words.js';

interface TablePageProps {
  readonly t: Translate;
  readonly town: Municipality;
  readonly table: RoundtableDetail;
  readonly today: string;
  /** The viewer decides what everybody sees, and what the table is. */
  readonly leads: boolean;
  /** What is done between the meetings. */
  readonly children?: ComponentChildren;
}

/** All that can be done with one round table. */
export const TablePage = ({ t, town, table, today, leads, children }: TablePageProps) => {
  const below = (...parts: readonly string[]) =>
    workPath(t.lang, town.slug, 'tables', table.id, ...parts);
  const seats = table.seats.filter(({ ended }) => !ended).length;
  const rhythm = table.rhythms.findLast(({ endedOn }) => endedOn === null);
  return (
    <>
      <PageTitle
        title={table.name}
        lang="de"
        kicker={codeWord(t, 'roundtableFormat', table.format)}
      />
      <Notice kind={table.published ? 'success' : 'info'}>
        <p>{t(table.published ? 'roundtable.public' : 'roundtable.draft')}</p>
        {leads ? (
          <p>
            <a href={below(table.published ? 'unpublish' : 'publish')}>
              {t(table.published ? 'publish.takeBack' : 'publish.title')}
            </a>
          </p>
        ) : null}
      </Notice>
      <Meetings {...{ t, town, table, today }} />
      {children}
      <section aria-labelledby="table-heading">
        <h2 id="table-heading">{t('roundtable.setup')}</h2>
        <ul class="tasks">
          {leads ? (
            <Task
              href={below('details')}
              title={t('roundtable.details')}
              hint={t('roundtable.details.hint')}
            />
          ) : null}
          <Task
            href={below('seats')}
            title={t('roundtable.seats')}
            hint={t('roundtable.seats.hint')}
            stand={t('roundtable.seats.count', { count: seats })}
          />
          <Task
            href={below('rhythm')}
            title={t('roundtable.rhythm')}
            hint={t('roundtable.rhythm.hint')}
            stand={rhythm ? rhythmWords(rhythm, t) : t('roundtable.rhythm.none')}
          />
          {leads && table.ended === null ? (
            <Task href={below('end')} title={t('roundtable.end')} hint={t('roundtable.end.hint')} />
          ) : null}
        </ul>
      </section>
    </>
  );
};

/** „alle sechs Wochen, 17:30 Uhr“. */
export const rhythmWords = ({ every, unit, time }: Rhythm, t: Translate): string =>
  [
    t(`roundtable.every.${unit}`, { count: every }),
    ...(time === undefined ? [] : [t('roundtable.atTime', { time })]),
  ].join(', ');

/** The dates that come, and those that were, the newest first. */
const Meetings = ({ t, town, table, today }: Omit<TablePageProps, 'leads' | 'children'>) => {
  const href = (...parts: readonly string[]) =>
    workPath(t.lang, town.slug, 'tables', table.id, 'meetings', ...parts);
  const coming = nextDates(table, { from: today, days: 365 }).slice(0, 4);
  const shown = new Set(coming.map(({ meeting }) => meeting));
  const others = table.meetings.filter((meeting) => !shown.has(meeting)).toReversed();
  return (
    <section aria-labelledby="meetings-heading">
      <h2 id="meetings-heading">{t('roundtable.meetings')}</h2>
      <p>
        <a class="button" href={href('new')}>
          {t('roundtable.convene')}
        </a>
      </p>
      <ul class="tasks">
        {coming.map(({ on, time, meeting }) => (
          <li>
            <p class="tasks__what">
              <a href={meeting ? href(meeting.meeting) : `${href('new')}?day=${on}`}>
                {dayAndTime(on, time, t)}
              </a>
              <small lang={meeting?.topic ? 'de' : undefined}>
                {meeting ? meeting.topic : t('roundtable.byRhythm')}
              </small>
            </p>
            <p class="tasks__stand">
              {meeting
                ? t('roundtable.invited', { count: meeting.invited.length })
                : t('roundtable.notConvened')}
            </p>
          </li>
        ))}
        {others.map((meeting) => (
          <li>
            <p class="tasks__what">
              <a href={href(meeting.meeting)}>{dayAndTime(meeting.on, null, t)}</a>
              <small lang={meeting.topic ? 'de' : undefined}>{meeting.topic}</small>
            </p>
            <p class="tasks__stand">
              {meeting.off ? t('roundtable.cancelled') : protocolWords(meeting.protocol, t)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

const dayAndTime = (on: string, time: string | null, t: Translate): string =>
  [formatDay(on, t.lang), ...(time === null ? [] : [t('roundtable.atTime', { time })])].join(', ');
