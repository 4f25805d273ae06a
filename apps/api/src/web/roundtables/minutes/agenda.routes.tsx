import { RANK_STEP } from '@klimaspur/domain';
import { isUuid, newCommandId } from '@klimaspur/event-store';
import { formatDay } from '@klimaspur/messages';
import { FormPage } from '../../forms/form.js';
import type { AboutTown } from '../../forms/asked.js';
import type { PageForm } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { Agenda } from './agenda.js';
import { agendaOf } from './agenda-order.js';
import { itemBody, ItemFields } from './item-fields.js';
import { aboutMeeting, meetingOf } from './meeting.js';

const agendaForm = (about: AboutTown, id = '', meetingId = ''): PageForm => {
  const { t } = about;
  const at = meetingOf(about, id, meetingId);
  const page = aboutMeeting(at, 'agenda');
  const title = t('roundtable.agenda');
  return {
    ...page,
    title,
    right: ['roundtable', 'add-item'],
    now: { item: newCommandId(), kind: 'PROPOSAL' },
    work: async (write, reader) => {
      const sent = reader.text('item') ?? '';
      const body = {
        item: isUuid(sent) ? sent : newCommandId(),
        meeting: meetingId,
        rank: (agendaOf(at.table, meetingId).at(-1)?.rank ?? 0) + RANK_STEP,
        ...itemBody(reader),
      };
      await write({ category: 'roundtable', command: 'add-item', id, body });
      return { path: page.path(about.lang) };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={at.table.name}
        back={page.back}
        lead={t('roundtable.agenda.lead', { day: formatDay(at.meeting.on, about.lang) })}
        before={<Agenda at={at} />}
        submit={t('roundtable.agenda.add')}
      >
        {(fields) => <ItemFields {...{ at, fields }} />}
      </FormPage>
    ),
  };
};

/** What is to be talked about at a meeting. */
export const agendaRoutes: readonly WorkRoute[] = [
  { parts: ['tables', ':table', 'meetings', ':meeting', 'agenda'], form: agendaForm },
];
