import type { AboutWork } from '../../forms/asked.js';
import type { PageView } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { aboutTable } from '../work/crumbs.js';
import { aboutMeeting, meetingOf, whenOf } from './about-meeting.js';
import { DeskPage } from './desk.page.js';
import { inviteesOf } from './invitees.js';
import { preparationOf } from './preparation.js';
import { suggestionsFor } from './suggestions.js';

/** The desk of one meeting: what is prepared, and what is missing. */
const deskView = async (about: AboutWork, tableId = '', meetingId = ''): Promise<PageView> => {
  const { t, town, vault, reading } = about;
  const at = meetingOf(about, tableId, meetingId);
  const { models, view } = reading;
  const invitees = inviteesOf(at, models.actors({ municipality: town.id }, view));
  const note = await vault.meetingNotes.one(town.id, meetingId);
  return {
    ...aboutMeeting(about, at),
    title: whenOf(at, t),
    crumbs: aboutTable(about, at.table).crumbs,
    right: ['roundtable', 'invite'],
    children: (
      <DeskPage
        {...{ t, town, at, invitees, note }}
        today={view.asOf}
        steps={preparationOf({
          ...{ at, invitees, today: view.asOf },
          joinable: note?.joinUrl !== undefined,
        })}
        suggestions={suggestionsFor(about, at)}
      />
    ),
  };
};

export const deskRoutes: readonly WorkRoute[] = [
  { parts: ['tables', ':table', 'meetings', ':meeting'], view: deskView },
];
