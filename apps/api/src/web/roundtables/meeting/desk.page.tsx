import { newCommandId } from '@klimaspur/event-store';
import type { Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import type { MeetingNote } from '@klimaspur/vault';
import { DefinitionList } from '../../components/definition-list.js';
import { LinkedText } from '../../components/linked-text.js';
import { Notice } from '../../components/notice.js';
import { PageTitle } from '../../components/page-title.js';
import { workPath } from '../../paths.js';
import { Task } from '../../plans/plans.page.js';
import { type MeetingAt, whenOf } from './about-meeting.js';
import type { Invitee } from './invitees.js';
import type { Prepared } from './preparation.js';
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
  const below = (...parts: readonly string[]) =>
    workPath(t.lang, town.slug, 'tables', table.id, ...parts);
  const here = (...parts: readonly string[]) => below('meetings', meeting.meeting, ...parts);
  const calendarHref = workPath(t.lang, town.slug, 'tables', 'calendar');
  const isOpen = !meeting.cancelled && !meeting.held;
  return (
    <>
      <PageTitle
        title={whenOf(at, t)}
        about={[table.name, meeting.topic].filter(Boolean).join(': ')}
      />
      {meeting.cancelled ? (
        <Notice kind="warning">
          <p>{t('roundtable.meeting.cancelled')}</p>
          {meeting.cancelled.note ? <p lang="de">{meeting.cancelled.note}</p> : null}
        </Notice>
      ) : null}
      <Facts {...props} />
      {isOpen ? <Preparation {...{ t, steps }} href={below} /> : null}
      {isOpen ? <Suggestions {...props} action={here('suggestions')} /> : null}
      {invitees.length === 0 ? null : (
        <section aria-labelledby="replies-heading">
          <h2 id="replies-heading">{t('roundtable.replies.byGroup')}</h2>
          <ReplyCountsTable {...{ t, invitees }} />
          <p>
            <a href={here('replies')}>{t('roundtable.replies.record')}</a>
          </p>
        </section>
      )}
      <Talk t={t} meeting={meeting} href={here} />
      <Ways t={t} isOpen={isOpen} href={here} calendarHref={calendarHref} />
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

interface PreparationProps {
  readonly t: Translate;
  readonly steps: readonly Prepared[];
  readonly href: (...parts: readonly string[]) => string;
}

/** What is done and what is missing; each line leads to where it is mended. */
const Preparation = ({ t, steps, href }: PreparationProps) => (
  <section aria-labelledby="preparation-heading">
    <h2 id="preparation-heading">{t('roundtable.preparation')}</h2>
    <p>
      {t('roundtable.preparation.done', {
        done: steps.filter(({ done }) => done).length,
        all: steps.length,
      })}
    </p>
    <ul class="tasks">
      {steps.map(({ step, done, count, of, where }) => (
        <Task
          href={href(...where)}
          title={t(`roundtable.step.${step}`)}
          hint={t(`roundtable.step.${step}.hint`)}
          stand={
            <>
              <strong>{t(done ? 'roundtable.step.done' : 'roundtable.step.missing')}</strong>
              {of > 1 ? ` ${t('roundtable.step.count', { count, of })}` : null}
            </>
          }
        />
      ))}
    </ul>
  </section>
);

const Suggestions = ({ t, suggestions, action }: DeskPageProps & { readonly action: string }) =>
  suggestions.length === 0 ? null : (
    <section aria-labelledby="suggestions-heading">
      <h2 id="suggestions-heading">{t('roundtable.suggestions')}</h2>
      <p>{t('roundtable.suggestions.lead')}</p>
      <SuggestionList {...{ t, action, suggestions }} state={{ key: newCommandId(), errors: [] }} />
    </section>
  );

interface TalkProps {
  readonly t: Translate;
  readonly meeting: MeetingAt['meeting'];
  readonly href: (...parts: readonly string[]) => string;
}

/** What is talked about, and what came of it. */
const Talk = ({ t, meeting: { cancelled, held, protocol }, href }: TalkProps) =>
  cancelled ? null : (
    <section aria-labelledby="talk-heading">
      <h2 id="talk-heading">{t('roundtable.talk')}</h2>
      <ul class="tasks">
        <Task
          href={href('agenda')}
          title={t('roundtable.agenda')}
          hint={t('roundtable.step.agenda.hint')}
        />
        <Task
          href={href('protocol')}
          title={t('roundtable.talk.minutes')}
          hint={t(held ? 'roundtable.talk.results' : 'roundtable.talk.first')}
          stand={t(`roundtable.protocol.${protocol.step}`)}
        />
      </ul>
    </section>
  );

interface WaysProps {
  readonly t: Translate;
  readonly isOpen: boolean;
  readonly calendarHref: string;
  readonly href: (...parts: readonly string[]) => string;
}

/** What else can be done with the meeting. */
const Ways = ({ t, isOpen, calendarHref, href }: WaysProps) => (
  <section aria-labelledby="meeting-heading">
    <h2 id="meeting-heading">{t('roundtable.meeting')}</h2>
    <ul class="tasks">
      <Task
        href={href('letters')}
        title={t('roundtable.letters')}
        hint={t('roundtable.letters.hint')}
      />
      <Task
        href={href('internal')}
        title={t('roundtable.internal')}
        hint={t('roundtable.internal.hint')}
      />
      <Task
        href={calendarHref}
        title={t('roundtable.calendar')}
        hint={t('roundtable.calendar.hint')}
      />
      {isOpen ? (
        <>
          <Task
            href={href('move')}
            title={t('roundtable.meeting.move')}
            hint={t('roundtable.meeting.move.hint')}
          />
          <Task
            href={href('cancel')}
            title={t('roundtable.meeting.cancel')}
            hint={t('roundtable.meeting.cancel.hint')}
          />
        </>
      ) : null}
    </ul>
  </section>
);
