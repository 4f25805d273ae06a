import type { AboutTown } from '../../forms/asked.js';
import { EmptyState } from '../../components/empty-state.js';
import { FormPage } from '../../forms/form.js';
import type { PageForm } from '../../forms/form-pages.js';
import type { FormReader } from '../../forms/form-reader.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { workPath } from '../../paths.js';
import { aboutMeeting, meetingOf, whenOf } from './about-meeting.js';
import { type Invitee, inviteesOf } from './invitees.js';
import { ReplyCountsTable } from './reply-counts.js';
import { NONE, personsName, RepliesTable, replyName } from './replies-table.js';

/** What the form says of one organisation, where it is not what was recorded; undefined: nothing new. */
const newReply = ({ actor, reply, persons }: Invitee, reader: FormReader) => {
  const said = reader.text(replyName(actor.id)) ?? NONE;
  const number = reader.integer(personsName(actor.id));
  if (said === NONE) {
    if (number !== undefined) reader.fail(personsName(actor.id), 'roundtable.problem.noReply');
    return undefined;
  }
  const coming = said === 'NO' ? undefined : number;
  if (said === reply && (coming ?? null) === persons) return undefined;
  return { actor: actor.id, reply: said, persons: coming };
};

/** „Antworten“: all who are invited on one page, saved at once. */
const repliesForm = (about: AboutTown, tableId = '', meetingId = ''): PageForm => {
  const { t, lang, town, reading } = about;
  const at = meetingOf(about, tableId, meetingId);
  const page = aboutMeeting(about, at, 'replies');
  const title = t('roundtable.replies');
  const invitees = inviteesOf(at, reading.models.actors({ municipality: town.id }, reading.view));
  return {
    ...page,
    title,
    right: ['roundtable', 'record-reply'],
    edits: true,
    now: Object.fromEntries(
      invitees.flatMap(({ actor, reply, persons }) => [
        [replyName(actor.id), reply ?? NONE],
        [personsName(actor.id), persons === null ? '' : String(persons)],
      ]),
    ),
    work: async (write, reader) => {
      const wishes = invitees
        .map((invitee) => newReply(invitee, reader))
        .filter((said) => said !== undefined)
        .map((said) => ({
          ...{ category: 'roundtable' as const, command: 'record-reply', id: tableId },
          body: { meeting: meetingId, ...said },
          fieldOf: (path: string) =>
            path === 'persons' ? personsName(said.actor) : replyName(said.actor),
        }));
      await write.check(...wishes);
      for (const wish of wishes) await write(wish);
      return { path: page.path(lang), notice: wishes.length > 0 ? 'saved' : 'unchanged' };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={`${at.table.name}, ${whenOf(at, t)}`}
        back={page.back}
        lead={t('roundtable.replies.lead')}
        before={
          invitees.length === 0 ? (
            <EmptyState text={t('roundtable.replies.none')}>
              <p>
                <a
                  href={workPath(
                    lang,
                    town.slug,
                    'tables',
                    tableId,
                    'meetings',
                    meetingId,
                    'invite',
                  )}
                >
                  {t('roundtable.invite')}
                </a>
              </p>
            </EmptyState>
          ) : (
            <ReplyCountsTable {...{ t, invitees }} />
          )
        }
      >
        {(fields) => (invitees.length === 0 ? null : <RepliesTable {...{ fields, invitees }} />)}
      </FormPage>
    ),
  };
};

export const replyRoutes: readonly WorkRoute[] = [
  { parts: ['tables', ':table', 'meetings', ':meeting', 'replies'], form: repliesForm },
];
