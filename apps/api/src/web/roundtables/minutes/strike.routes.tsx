import { Refusal } from '../../../errors/refusal.js';
import type { AboutTown } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import type { PageForm } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { aboutMeeting, itemOf, meetingOf, meetingPath } from './meeting.js';
import { ReasonField } from '../../forms/reason-field.js';

const strikeForm = (about: AboutTown, id = '', meetingId = '', itemId = ''): PageForm => {
  const { t, lang } = about;
  const at = meetingOf(about, id, meetingId);
  const item = itemOf(at, itemId);
  // What was concluded stays; a result can be corrected.
  if (item.conclusions.length > 0) throw new Refusal('roundtable/unknown');
  const back = meetingPath(lang, at, 'agenda');
  const title = t('roundtable.agenda.strike');
  return {
    ...aboutMeeting(at, 'agenda', itemId, 'remove'),
    ...{ title, back },
    right: ['roundtable', 'void-entry'],
    work: async (write, reader) => {
      const body = { entry: item.entry, text: { reason: reader.text('reason') } };
      await write({ category: 'roundtable', command: 'void-entry', id, body });
      return { path: back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title, back }}
        about={item.topic}
        lead={t('roundtable.agenda.strike.lead')}
        submit={title}
      >
        {(fields) => <ReasonField fields={fields} />}
      </FormPage>
    ),
  };
};

/** An item is taken off the agenda, with a reason. */
export const strikeItemRoutes: readonly WorkRoute[] = [
  {
    parts: ['tables', ':table', 'meetings', ':meeting', 'agenda', ':item', 'remove'],
    form: strikeForm,
  },
];
