import { formatDay } from '@klimaspur/messages';
import { EmptyState } from '../../components/empty-state.js';
import { RadioGroup } from '../../components/choices.js';
import { PageTitle } from '../../components/page-title.js';
import type { AboutTown } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import type { FormReader } from '../../forms/form-reader.js';
import type { PageForm } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { workPath } from '../../paths.js';
import { agendaOf, directions, laterMeetings, placeAt, stepTo } from './agenda-order.js';
import { aboutMeeting, type AtMeeting, itemOf, meetingOf, meetingPath } from './meeting.js';

const placeForm = (about: AboutTown, id = '', meetingId = '', itemId = ''): PageForm => {
  const { t, lang, town } = about;
  const at = meetingOf(about, id, meetingId);
  const item = itemOf(at, itemId);
  const back = meetingPath(lang, at, 'agenda');
  const title = t('roundtable.agenda.place');
  const meetings = laterMeetings(at.table, at.meeting);
  return {
    ...aboutMeeting(at, 'agenda', itemId, 'place'),
    title,
    back,
    right: ['roundtable', 'place-item'],
    now: { meeting: meetings[0]?.meeting ?? '' },
    work: async (write, reader) => {
      const placements = placementsIn(reader, at, itemId);
      await write.check();
      for (const body of placements) {
        await write({ category: 'roundtable', command: 'place-item', id, body });
      }
      return { path: `${back}#i-${itemId}` };
    },
    children: (state, action) =>
      meetings.length === 0 ? (
        <>
          <PageTitle title={title} about={item.topic} />
          <EmptyState text={t('roundtable.agenda.noLater')}>
            <p>
              <a class="button" href={workPath(lang, town.slug, 'tables', id, 'meetings', 'new')}>
                {t('roundtable.convene')}
              </a>{' '}
              <a href={back}>{t('roundtable.agenda')}</a>
            </p>
          </EmptyState>
        </>
      ) : (
        <FormPage
          {...{ t, action, state, title, back }}
          about={item.topic}
          lead={t('roundtable.agenda.place.lead')}
          submit={title}
        >
          {(fields) => (
            <RadioGroup
              {...fields.list('meeting')}
              label={t('roundtable.agenda.whichMeeting')}
              choices={meetings.map(({ meeting, on }) => ({
                value: meeting,
                label: formatDay(on, lang),
              }))}
            />
          )}
        </FormPage>
      ),
  };
};

/** One step on the same agenda, or the end of the agenda of a later meeting. */
const placementsIn = (reader: FormReader, at: AtMeeting, itemId: string) => {
  const { table, meeting } = at;
  const direction = directions.find((known) => known === reader.text('direction'));
  if (direction) return stepTo(table, itemOf(at, itemId), direction) ?? [];
  const to = laterMeetings(table, meeting).find((it) => it.meeting === reader.text('meeting'));
  if (!to) {
    reader.fail('meeting', 'form.problem.choice');
    return [];
  }
  return placeAt(table, to.meeting, itemId, agendaOf(table, to.meeting).length);
};

/** An item takes another place, or goes on to a later meeting. */
export const placeItemRoutes: readonly WorkRoute[] = [
  {
    parts: ['tables', ':table', 'meetings', ':meeting', 'agenda', ':item', 'place'],
    form: placeForm,
  },
];
