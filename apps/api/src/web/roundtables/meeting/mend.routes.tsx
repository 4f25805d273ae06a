import { Refusal } from '../../../errors/refusal.js';
import type { AboutTown } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import type { PageForm } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { correctionOf, Reason } from '../minutes/correction.js';
import { countedEntry } from '../minutes/counted-entry.js';
import { aboutMeeting, meetingOf, whenOf } from './about-meeting.js';
import { TopicField } from './hours-fields.js';

const topicForm = (about: AboutTown, tableId = '', meetingId = ''): PageForm => {
  const { t } = about;
  const at = meetingOf(about, tableId, meetingId);
  const page = aboutMeeting(about, at, 'topic');
  const title = t('roundtable.meeting.topic.change');
  const { entry, topic } = at.meeting;
  return {
    ...page,
    title,
    right: ['roundtable', 'convene-meeting'],
    edits: true,
    now: { topic: topic ?? '', reason: '' },
    work: async (write, reader) => {
      const { occurredOn, data } = await countedEntry(about, tableId, entry);
      const { text, ...terms } = data as { readonly text?: object };
      const said = { ...terms, occurredOn, text: { ...text, topic: reader.text('topic') } };
      await write(correctionOf(tableId, entry, said, reader.text('reason')));
      return { path: page.back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={`${at.table.name}, ${whenOf(at, t)}`}
        back={page.back}
      >
        {(fields) => (
          <>
            <TopicField fields={fields} />
            <Reason fields={fields} />
          </>
        )}
      </FormPage>
    ),
  };
};

const restoreForm = (about: AboutTown, tableId = '', meetingId = ''): PageForm => {
  const { t } = about;
  const at = meetingOf(about, tableId, meetingId);
  const { cancelled } = at.meeting;
  if (!cancelled) throw new Refusal('roundtable/unknown');
  const page = aboutMeeting(about, at, 'restore');
  const title = t('roundtable.meeting.restore');
  return {
    ...page,
    title,
    right: ['roundtable', 'void-entry'],
    work: async (write, reader) => {
      const body = { entry: cancelled.entry, text: { reason: reader.text('reason') } };
      await write({ category: 'roundtable', command: 'void-entry', id: tableId, body });
      return { path: page.back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={`${at.table.name}, ${whenOf(at, t)}`}
        back={page.back}
        lead={t('roundtable.meeting.restore.lead')}
        submit={title}
      >
        {(fields) => <Reason fields={fields} />}
      </FormPage>
    ),
  };
};

/** What was said of a meeting is set right: what it is about, and that it is not held. */
export const mendRoutes: readonly WorkRoute[] = [
  { parts: ['tables', ':table', 'meetings', ':meeting', 'topic'], form: topicForm },
  { parts: ['tables', ':table', 'meetings', ':meeting', 'restore'], form: restoreForm },
];
