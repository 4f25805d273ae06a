import type { Translate } from '@klimaspur/messages';
import { Task } from '../../plans/plans.page.js';
import { protocolWords } from '../protocol-words.js';
import type { MeetingAt } from './about-meeting.js';

interface TalkProps {
  readonly t: Translate;
  readonly meeting: MeetingAt['meeting'];
  readonly href: (...parts: readonly string[]) => string;
}

/** What is talked about, and what came of it. */
export const Talk = ({ t, meeting: { off, held, protocol }, href }: TalkProps) =>
  off ? null : (
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
          stand={protocolWords(protocol, t)}
        />
      </ul>
    </section>
  );

interface WaysProps {
  readonly t: Translate;
  readonly meeting: MeetingAt['meeting'];
  readonly isOpen: boolean;
  readonly calendarHref: string;
  readonly href: (...parts: readonly string[]) => string;
}

/** What else can be done with the meeting. */
export const Ways = ({ t, meeting, isOpen, calendarHref, href }: WaysProps) => (
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
      {meeting.off ? null : (
        <Task
          href={href('topic')}
          title={t('roundtable.meeting.topic.change')}
          hint={t('roundtable.meeting.topic.change.hint')}
        />
      )}
      {meeting.cancelled ? (
        <Task
          href={href('restore')}
          title={t('roundtable.meeting.restore')}
          hint={t('roundtable.meeting.restore.hint')}
        />
      ) : null}
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
