import { newCommandId } from '@klimaspur/event-store';
import type { Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import type { MeetingNote } from '@klimaspur/vault';
import { DefinitionList } from '../../components/definition-list.js';
import { LinkedText } from '../../components/linked-text.js';
import { Notice } from '../../components/notice.js';
import { PageTitle } from '../../components/page-title.js';
import { workPath } from '../../paths.js';
import { type MeetingAt, whenOf } from './about-meeting.js';
import type { Invitee } from './invitees.js';
import type { Prepared } from './preparation.js';
import { Talk, Ways } from './meeting-ways.js';
import { Preparation } from './preparation-list.js';
import { ReplyCountsTable } from './reply-counts.js';
import { SuggestionList } from './suggestion-list.js';
import type { Suggestion } from './suggestions.js';

interface DeskPageProps {
  readonly t: Translate;
  readonly town: Municipality;
  readonly at: MeetingAt;
  readonly today: string;
  readonly invitees: readonly Invitee[];
  readonly note: MeetingNote | undefined;
  readonly steps: readonly Prepared[];
  readonly suggestions: readonly Suggestion[];
}

/** All about one meeting that the team prepares. */
export const DeskPage = (props: DeskPageProps) => {
  const { t, town, at, invitees, steps } = props;
  const { table, meeting } = at;
  const below = (...parts: readonly string[]) => workPath(t.lang, town.slug, ...parts);
  const here = (...parts: readonly string[]) =>
    below('tables', table.id, 'meetings', meeting.meeting, ...parts);
  const calendarHref = workPath(t.lang, town.slug, 'tables', 'calendar');
  const isOpen = !meeting.off && !meeting.held;
  return (
    <>
      <PageTitle
        title={whenOf(at, t)}
        about={[table.name, meeting.topic].filter(Boolean).join(': ')}
      />
      {meeting.off ? (
        <Notice kind="warning">
          <p>{t('roundtable.meeting.cancelled')}</p>
          {meeting.cancelled?.note ? <p lang="de">{meeting.cancelled.note}</p> : null}
        </Notice>
      ) : null}
      <Facts {...props} />
      {isOpen ? <Preparation {...{ t, steps }} href={below} /> : null}
      {isOpen ? <Suggestions {...props} action={here('suggestions')} /> : null}
      {invitees.length === 0 ? null : (
        <section aria-labelledby="replies-heading">
          <h2 id="replies-heading">{t('roundtable.replies.byGroup')}</h2>
          <ReplyCountsTable {...{ t, invitees }} />
          <p class="actions">
            <a href={here('replies')}>{t('roundtable.replies.record')}</a>
            <a href={here('letters')}>{t('roundtable.letters')}</a>
          </p>
        </section>
      )}
      <Talk t={t} meeting={meeting} href={here} />
      <Ways t={t} meeting={meeting} isOpen={isOpen} href={here} calendarHref={calendarHref} />
    </>
  );
};

const Facts = ({ t, at, note }: DeskPageProps) => (
  <DefinitionList
    items={[
      { term: t('roundtable.place'), value: at.place, lang: 'de' },
      {
        term: t('roundtable.meeting.online'),
        value: at.meeting.online ? t('roundtable.meeting.online.yes') : null,
      },
      {
        term: t('roundtable.internal.joinUrl'),
        value: note?.joinUrl === undefined ? null : <LinkedText text={note.joinUrl} />,
      },
      {
        term: t('roundtable.minutes'),
        value: at.minutes === null ? null : String(at.minutes),
      },
      {
        term: t('roundtable.internal.note'),
        lang: 'de',
        value:
          note?.text === undefined ? null : (
            <span class="typed-text">
              <LinkedText text={note.text} />
            </span>
          ),
      },
    ]}
  />
);

const Suggestions = ({ t, suggestions, action }: DeskPageProps & { readonly action: string }) =>
  suggestions.length === 0 ? null : (
    <section aria-labelledby="suggestions-heading">
      <h2 id="suggestions-heading">{t('roundtable.suggestions')}</h2>
      <p>{t('roundtable.suggestions.lead')}</p>
      <SuggestionList {...{ t, action, suggestions }} state={{ key: newCommandId(), errors: [] }} />
    </section>
  );
