import { lastDay, type Meeting, nextDates, seatKinds } from '@klimaspur/domain';
import { formatDay } from '@klimaspur/messages';
import { DefinitionList, type Definition } from '../../components/definition-list.js';
import { DownloadLinks } from '../../components/download-links.js';
import { EmptyState } from '../../components/empty-state.js';
import { LinkedText } from '../../components/linked-text.js';
import { PageTitle } from '../../components/page-title.js';
import { Prose } from '../../components/prose.js';
import { decisionPath } from '../../paths.js';
import { codeWord } from '../../words/entry-words.js';
import {
  calendarPath,
  meetingPath,
  outcomePath,
  tableHistoryPath,
  tablePath,
} from '../table-paths.js';
import { rhythmWords } from '../work/table.page.js';
import { ActorLink } from './actor-links.js';
import { actorNamed, type ShownTable } from './shown-table.js';

/** One round table: what it is for, who sits at it, when it meets, and what it wrote down. */
export const TablePage = (shown: ShownTable & { readonly workHref?: string }) => {
  const { t, town, table, at, workHref } = shown;
  const { described } = table;
  return (
    <>
      <PageTitle
        title={table.name}
        lang="de"
        kicker={codeWord(t, 'roundtableFormat', table.format)}
        lead={described?.text?.topic ? <span lang="de">{described.text.topic}</span> : undefined}
      >
        {table.published ? null : <strong>{t('draft.mark')}</strong>}
        {t.lang === 'en' ? <span>{t('texts.german')}</span> : null}
        {workHref ? <a href={workHref}>{t('work.open')}</a> : null}
      </PageTitle>
      {described?.text?.description ? <Prose text={described.text.description} lang="de" /> : null}
      <DefinitionList items={factsOf(shown)} />
      <Dates {...shown} />
      <Seats {...shown} />
      {described?.text?.rules ? (
        <section aria-labelledby="rules-heading">
          <h2 id="rules-heading">{t('roundtable.rules')}</h2>
          <Prose text={described.text.rules} lang="de" />
        </section>
      ) : null}
      <p class="actions screen-only">
        <a href={at(outcomePath(t.lang, town.slug, table.id))}>{t('outcome.title')}</a>
        <a href={at(tableHistoryPath(t.lang, town.slug, table.id))}>{t('roundtable.history')}</a>
        <a href={calendarPath(t.lang, town.slug, table.id)}>{t('roundtable.calendar.subscribe')}</a>
      </p>
      <DownloadLinks
        t={t}
        downloads={[{ href: at(`${tablePath(t.lang, town.slug, table.id)}.json`), format: 'JSON' }]}
      />
    </>
  );
};

const factsOf = (shown: ShownTable): Definition[] => {
  const { t, town, table, at } = shown;
  const { described, ended } = table;
  const text = described?.text;
  const rhythm = table.rhythms.findLast(({ endedOn }) => endedOn === null);
  const organ = town.organs.find(({ id }) => id === described?.organ);
  return [
    {
      term: t('roundtable.mandate'),
      value: described?.mandate ? codeWord(t, 'mandate', described.mandate) : undefined,
    },
    {
      term: t('roundtable.mandate.text'),
      value: text?.mandate ? <LinkedText text={text.mandate} /> : undefined,
      lang: 'de',
    },
    {
      term: t('roundtable.mandate.decision'),
      value: described?.decision ? (
        <a href={at(decisionPath(t.lang, town.slug, described.decision))}>
          {t('roundtable.mandate.open')}
        </a>
      ) : undefined,
    },
    { term: t('roundtable.organ'), value: organ?.name, lang: 'de' },
    {
      term: t('roundtable.convenor'),
      value: described?.convenor ? <ActorLink shown={shown} id={described.convenor} /> : undefined,
    },
    { term: t('roundtable.moderation'), value: text?.moderation, lang: 'de' },
    { term: t('roundtable.rhythm'), value: rhythm ? rhythmWords(rhythm, t) : undefined },
    { term: t('roundtable.place'), value: text?.place, lang: 'de' },
    {
      term: t('roundtable.guests'),
      value: described?.openToPublic ? t('roundtable.openToPublic') : undefined,
    },
    {
      term: t('roundtable.isEnded'),
      value: ended ? (ended.on === null ? t('date.unknown') : formatDay(ended.on, t.lang)) : '',
    },
    {
      term: t('roundtable.rulesUrl'),
      value: text?.rulesUrl ? (
        <a class="external" href={text.rulesUrl}>
          {text.rulesUrl}
        </a>
      ) : undefined,
    },
  ];
};

/** Of a month that is not over the day is not fixed yet. */
const isToCome = ({ on, held }: Meeting, today: string) => !held && lastDay(on) >= today;

/** What comes, then what was, the newest first. */
const Dates = ({ t, town, table, today, at }: ShownTable) => {
  const href = ({ key }: Meeting) => at(meetingPath(t.lang, town.slug, table.id, key));
  const coming = nextDates(table, { from: today, days: 365 }).slice(0, 4);
  const future = new Set(coming.map(({ meeting }) => meeting));
  const past = table.meetings.filter((meeting) => !future.has(meeting)).toReversed();
  return (
    <section aria-labelledby="dates-heading">
      <h2 id="dates-heading">{t('roundtable.meetings')}</h2>
      {coming.length + past.length === 0 ? (
        <EmptyState text={t('roundtable.meetings.none')} />
      ) : null}
      <ul class="tasks">
        {coming.map(({ on, time, meeting }) => (
          <li>
            <p class="tasks__what">
              {meeting ? (
                <a href={href(meeting)}>{formatDay(on, t.lang)}</a>
              ) : (
                <strong>{formatDay(on, t.lang)}</strong>
              )}
              <small lang={meeting?.topic ? 'de' : undefined}>
                {meeting ? meeting.topic : t('roundtable.byRhythm')}
              </small>
            </p>
            <p class="tasks__stand">{time === null ? '' : t('roundtable.atTime', { time })}</p>
          </li>
        ))}
        {past.map((meeting) => (
          <li>
            <p class="tasks__what">
              <a href={href(meeting)}>{formatDay(meeting.held?.on ?? meeting.on, t.lang)}</a>
              <small lang={meeting.topic ? 'de' : undefined}>{meeting.topic}</small>
            </p>
            <p class="tasks__stand">
              {meeting.off
                ? t('roundtable.cancelled')
                : isToCome(meeting, today)
                  ? ''
                  : t(
                      meeting.protocol.step === 'PUBLISHED'
                        ? 'roundtable.protocol.PUBLISHED'
                        : 'roundtable.protocol.notPublished',
                    )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Who sits at it now, by group. */
const Seats = (shown: ShownTable) => {
  const { t, table } = shown;
  const seats = table.seats.filter(({ ended }) => !ended);
  if (seats.length + table.unnamed.seats === 0) return null;
  return (
    <section aria-labelledby="seats-heading">
      <h2 id="seats-heading">{t('roundtable.seats')}</h2>
      {seatKinds.map((kind) => {
        const own = seats.filter((seat) => seat.kind === kind);
        const named = own.filter(({ actor }) => actorNamed(shown, actor));
        return own.length === 0 ? null : (
          <>
            <h3>{codeWord(t, 'seatKind', kind)}</h3>
            <ul class="links">
              {named.map(({ actor, voting }) => (
                <li>
                  <ActorLink shown={shown} id={actor} />
                  {voting ? '' : ` (${t('roundtable.seat.voting.no')})`}
                </li>
              ))}
            </ul>
          </>
        );
      })}
      {table.unnamed.seats > 0 ? (
        <p>{t('roundtable.unnamed', { count: table.unnamed.seats })}</p>
      ) : null}
    </section>
  );
};
