import { CheckboxGroup, SelectField } from '../../components/choices.js';
import { Notice } from '../../components/notice.js';
import { TextArea } from '../../components/text-fields.js';
import { kindChoices } from '../../alliance/work/actor-form.js';
import { PastedPreview } from '../../alliance/work/pasted-preview.js';
import { registerPasted } from '../../alliance/work/register-pasted.js';
import type { AboutWork } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import type { PageForm } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { codeWord } from '../../words/entry-words.js';
import { aboutMeeting, meetingOf, whenOf } from './about-meeting.js';
import { byGroup } from './invitees.js';

/** „Einladen“: all with a seat are chosen already; whoever is not there yet is pasted below. */
const inviteForm = (about: AboutWork, tableId = '', meetingId = ''): PageForm => {
  const { t, lang, town, reading } = about;
  const at = meetingOf(about, tableId, meetingId);
  const { table, meeting } = at;
  const page = aboutMeeting(about, at, 'invite');
  const title = t('roundtable.invite');
  const known = reading.models.actors({ municipality: town.id }, reading.view);
  const others = known.filter(({ id }) => !meeting.invited.includes(id));
  const seated = new Set(table.seats.filter(({ ended }) => !ended).map(({ actor }) => actor));
  return {
    ...page,
    title,
    right: ['roundtable', 'invite'],
    now: {
      actors: others.map(({ id }) => id).filter((id) => seated.has(id)),
      kind: 'ASSOCIATION',
    },
    work: async (write, reader) => {
      const ticked = reader.choices('actors') ?? [];
      const chosen = others.map(({ id }) => id).filter((id) => ticked.includes(id));
      if (chosen.length === 0 && reader.text('names') === undefined) {
        reader.fail(others.length > 0 ? 'actors' : 'names', 'alliance.problem.nobody');
      }
      const pasted = await registerPasted(about, write, reader);
      const actors = [...new Set([...chosen, ...pasted.ids])].filter(
        (id) => !meeting.invited.includes(id),
      );
      if (actors.length === 0) return { path: page.back, notice: 'unchanged' };
      const body = { meeting: meetingId, actors };
      await write({ category: 'roundtable', command: 'invite', id: tableId, body });
      return { path: page.back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={`${table.name}, ${whenOf(at, t)}`}
        back={page.back}
        lead={t('roundtable.invite.lead')}
        before={
          meeting.invited.length === 0 ? null : (
            <Notice kind="info">
              <p>{t('roundtable.invite.already', { count: meeting.invited.length })}</p>
              <p>
                <a href={aboutMeeting(about, at, 'invite', 'withdraw').path(lang)}>
                  {t('roundtable.invite.withdraw')}
                </a>
              </p>
            </Notice>
          )
        }
        submit={t('roundtable.invite.submit')}
      >
        {(fields) => (
          <>
            <PastedPreview fields={fields} known={known} />
            {others.length === 0 ? null : (
              <CheckboxGroup
                {...fields.list('actors')}
                label={t('roundtable.seat.who')}
                hint={t('roundtable.invite.who.hint')}
                groups={byGroup(table, others).map(({ kind, actors }) => ({
                  label: codeWord(t, 'seatKind', kind),
                  choices: actors.map(({ id, name }) => ({ value: id, label: name, lang: 'de' })),
                }))}
              />
            )}
            <TextArea
              {...fields.text('names')}
              label={t('roundtable.invite.more')}
              hint={t('roundtable.invite.more.hint')}
              rows={6}
              optional
            />
            <SelectField
              {...fields.text('kind')}
              label={t('alliance.kind.others')}
              hint={t('alliance.kind.others.hint')}
              choices={kindChoices(t)}
            />
          </>
        )}
      </FormPage>
    ),
  };
};

export const inviteRoutes: readonly WorkRoute[] = [
  { parts: ['tables', ':table', 'meetings', ':meeting', 'invite'], form: inviteForm },
];
