import { RANK_STEP } from '@klimaspur/domain';
import { derivedId, isUuid, newCommandId } from '@klimaspur/event-store';
import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import type { AboutTown } from '../../forms/asked.js';
import type { PageForm } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { aboutMeeting, meetingOf, whenOf } from './about-meeting.js';
import { type Suggestion, suggestionsFor } from './suggestions.js';
import { SuggestionList } from './suggestion-list.js';

/** „Vorschläge für die Tagesordnung“: each is taken over with one click. */
const suggestionsForm = (about: AboutTown, tableId = '', meetingId = ''): PageForm => {
  const { t } = about;
  const at = meetingOf(about, tableId, meetingId);
  const page = aboutMeeting(about, at, 'suggestions');
  const title = t('roundtable.suggestions');
  const suggestions = suggestionsFor(about, at);
  const agenda = at.table.items.filter(({ meeting }) => meeting === meetingId);
  const rank = (agenda.at(-1)?.rank ?? 0) + RANK_STEP;
  return {
    ...page,
    title,
    right: ['roundtable', 'add-item'],
    work: async (write, reader) => {
      const chosen = suggestions.find(({ key }) => key === reader.text('add'));
      // Somebody else was faster, or the list changed since it was shown.
      if (!chosen) return { path: page.back, notice: 'unchanged' };
      const sent = reader.text('key') ?? '';
      const key = isUuid(sent) ? sent : newCommandId();
      await write(wishOf(chosen, { table: tableId, meeting: meetingId, rank, key }));
      return { path: page.back };
    },
    children: (state, action) => (
      <>
        <PageTitle
          title={title}
          about={`${at.table.name}, ${whenOf(at, t)}`}
          lead={t('roundtable.suggestions.lead')}
        />
        {suggestions.length === 0 ? (
          <EmptyState text={t('roundtable.suggestions.none')} />
        ) : (
          <SuggestionList {...{ t, action, state, suggestions }} />
        )}
        <p>
          <a href={page.back}>{t('roundtable.meeting.back')}</a>
        </p>
      </>
    ),
  };
};

interface Place {
  readonly table: string;
  readonly meeting: string;
  readonly rank: number;
  readonly key: string;
}

const wishOf = (
  { item, terms, topic, key: source }: Suggestion,
  { table, meeting, rank, key }: Place,
) =>
  item === undefined
    ? {
        ...{ category: 'roundtable' as const, command: 'add-item', id: table },
        body: { item: derivedId(key, source), meeting, rank, ...terms, text: { topic } },
      }
    : {
        ...{ category: 'roundtable' as const, command: 'place-item', id: table },
        body: { item, meeting, rank },
      };

export const suggestionRoutes: readonly WorkRoute[] = [
  { parts: ['tables', ':table', 'meetings', ':meeting', 'suggestions'], form: suggestionsForm },
];
