import { CheckboxGroup } from '../../components/choices.js';
import { EmptyState } from '../../components/empty-state.js';
import type { AboutTown } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import type { PageForm } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { codeWord } from '../../words/entry-words.js';
import { aboutMeeting, meetingOf, whenOf } from './about-meeting.js';
import { byGroup, inviteesOf } from './invitees.js';

/** „Einladungen zurücknehmen“: of those who are invited, and of whoever answered uninvited. */
const withdrawForm = (about: AboutTown, tableId = '', meetingId = ''): PageForm => {
  const { t, town, reading } = about;
  const at = meetingOf(about, tableId, meetingId);
  const page = aboutMeeting(about, at, 'invite', 'withdraw');
  const title = t('roundtable.invite.withdraw');
  const known = reading.models.actors({ municipality: town.id }, reading.view);
  const asked = inviteesOf(at, known).map(({ actor }) => actor);
  return {
    ...page,
    title,
    right: ['roundtable', 'withdraw-invitation'],
    work: async (write, reader) => {
      const ticked = reader.choices('actors') ?? [];
      const actors = asked.map(({ id }) => id).filter((id) => ticked.includes(id));
      if (actors.length === 0) reader.fail('actors', 'alliance.problem.nobody');
      const body = { meeting: meetingId, actors };
      await write({ category: 'roundtable', command: 'withdraw-invitation', id: tableId, body });
      return { path: page.back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={`${at.table.name}, ${whenOf(at, t)}`}
        back={page.back}
        lead={t('roundtable.invite.withdraw.lead')}
        before={
          asked.length === 0 ? <EmptyState text={t('roundtable.invite.withdraw.none')} /> : null
        }
        submit={title}
      >
        {(fields) =>
          asked.length === 0 ? null : (
            <CheckboxGroup
              {...fields.list('actors')}
              label={t('roundtable.invite.withdraw.who')}
              groups={byGroup(at.table, asked).map(({ kind, actors }) => ({
                label: codeWord(t, 'seatKind', kind),
                choices: actors.map(({ id, name }) => ({ value: id, label: name, lang: 'de' })),
              }))}
            />
          )
        }
      </FormPage>
    ),
  };
};

export const withdrawRoutes: readonly WorkRoute[] = [
  {
    parts: ['tables', ':table', 'meetings', ':meeting', 'invite', 'withdraw'],
    form: withdrawForm,
  },
];
