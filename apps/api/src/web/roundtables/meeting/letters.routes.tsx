import type { AboutWork } from '../../forms/asked.js';
import type { PageView } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { meetingCalendarPath } from '../table-paths.js';
import { aboutMeeting, meetingOf, whenOf } from './about-meeting.js';
import { type Invitee, inviteesOf } from './invitees.js';
import { invitationLetter, type LetterFacts, reminderLetter, thanksLetter } from './letters.js';
import { LettersPage, type Mailing } from './letters.page.js';

/** „Texte zum Kopieren“: what is sent by mail, and to whom. */
const lettersView = async (about: AboutWork, tableId = '', meetingId = ''): Promise<PageView> => {
  const { t, town, vault, reading } = about;
  const at = meetingOf(about, tableId, meetingId);
  const actors = reading.models.actors({ municipality: town.id }, reading.view);
  const convenor = at.table.described?.convenor;
  const facts = {
    ...{ at, actors, today: reading.view.asOf },
    from: actors.find(({ id }) => id === convenor)?.name ?? town.observers?.name ?? '',
    joinUrl: (await vault.meetingNotes.one(town.id, meetingId))?.joinUrl,
  };
  const invitees = inviteesOf(at, actors);
  return {
    ...aboutMeeting(about, at, 'letters'),
    title: t('roundtable.letters'),
    right: ['roundtable', 'invite'],
    children: (
      <LettersPage
        {...{ t, town }}
        about={`${at.table.name}, ${whenOf(at, t)}`}
        back={aboutMeeting(about, at).back}
        calendarHref={meetingCalendarPath(about.lang, town.slug, at.table.id, at.meeting.key)}
        mailings={mailingsOf(facts, invitees)}
        invitees={invitees}
        contacts={await vault.contacts.ofTown(town.id)}
      />
    ),
  };
};

/** Before the meeting invitation and reminder, after it thanks to those who were there. */
const mailingsOf = (facts: LetterFacts, invitees: readonly Invitee[]): Mailing[] => {
  const { held } = facts.at.meeting;
  if (held) {
    const to = invitees.filter(({ actor }) => held.groups.includes(actor.id));
    return [{ occasion: 'thanks', letter: thanksLetter(facts), to }];
  }
  const silent = invitees.filter(({ reply }) => reply === null);
  return [
    { occasion: 'invitation', letter: invitationLetter(facts), to: invitees },
    { occasion: 'reminder', letter: reminderLetter(facts), to: silent },
  ];
};

export const letterRoutes: readonly WorkRoute[] = [
  { parts: ['tables', ':table', 'meetings', ':meeting', 'letters'], view: lettersView },
];
