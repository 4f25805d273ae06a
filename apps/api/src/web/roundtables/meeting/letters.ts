import { addDays, dateAfter, isDay } from '@klimaspur/domain';
import { formatDay, formatWeekday, messages } from '@klimaspur/messages';
import type { ActorDetail } from '@klimaspur/read-models';
import { type MeetingAt, whenOf } from './about-meeting.js';

/** A mail to be copied. Written in German, whoever copies it: so are the texts of the town that it quotes. */
export interface Letter {
  readonly subject: string;
  readonly body: string;
}

export interface LetterFacts {
  readonly at: MeetingAt;
  readonly today: string;
  /** Who signs: the organisation that invites, or the group that observes. */
  readonly from: string;
  readonly joinUrl: string | undefined;
  readonly actors: readonly ActorDetail[];
}

const t = messages('de');

/** A week before, where that is yet to come; else the day before. */
export const replyBy = (on: string, today: string): string | undefined => {
  if (!isDay(on) || on <= today) return undefined;
  const weekBefore = addDays(on, -7);
  return weekBefore > today ? weekBefore : addDays(on, -1);
};

const letter = (subject: string, ...parts: readonly (string | undefined)[]): Letter => ({
  subject,
  body: parts.filter((part) => part !== undefined && part !== '').join('\n\n'),
});

const subjectOf = ({ table, meeting }: MeetingAt) => ({
  table: table.name,
  day: formatDay(meeting.on, 'de'),
});

export const invitationLetter = (facts: LetterFacts): Letter => {
  const { at, today } = facts;
  const until = replyBy(at.meeting.on, today);
  return letter(
    t('roundtable.letter.invitation.subject', subjectOf(at)),
    t('roundtable.letter.greeting'),
    at.meeting.topic
      ? t('roundtable.letter.invitation.topic', { table: at.table.name, topic: at.meeting.topic })
      : t('roundtable.letter.invitation.text', { table: at.table.name }),
    whenAndWhere(facts),
    agendaText(at),
    until && t('roundtable.letter.reply', { day: formatWeekday(until, 'de') }),
    closing(facts),
  );
};

export const reminderLetter = (facts: LetterFacts): Letter => {
  const { at, today } = facts;
  const until = replyBy(at.meeting.on, today);
  return letter(
    t('roundtable.letter.reminder.subject', subjectOf(at)),
    t('roundtable.letter.greeting'),
    t('roundtable.letter.reminder.text', { table: at.table.name }),
    whenAndWhere(facts),
    until && t('roundtable.letter.reply', { day: formatWeekday(until, 'de') }),
    closing(facts),
  );
};

/** Thanks, what was promised, and when it goes on. */
export const thanksLetter = (facts: LetterFacts): Letter => {
  const { at, today, actors } = facts;
  const { table, meeting } = at;
  const nameOf = (id: string) => actors.find((actor) => actor.id === id)?.name ?? '';
  const promised = table.followUps
    .filter((followUp) => followUp.meeting === meeting.meeting)
    .map(({ actor, what, due }) =>
      due === null
        ? `– ${nameOf(actor)}: ${what}`
        : `– ${t('roundtable.letter.until', { who: nameOf(actor), what, day: formatDay(due, 'de') })}`,
    );
  const next = dateAfter(table, meeting, today);
  const until = meeting.protocol.step === 'CIRCULATED' ? meeting.protocol.approvalUntil : null;
  return letter(
    t('roundtable.letter.thanks.subject', subjectOf(at)),
    t('roundtable.letter.greeting'),
    t('roundtable.letter.thanks.text', { table: table.name, day: formatDay(meeting.on, 'de') }),
    promised.length > 0 ? [t('roundtable.letter.promised'), ...promised].join('\n') : undefined,
    until === null ? undefined : t('roundtable.letter.protocol', { day: formatDay(until, 'de') }),
    next && t('roundtable.letter.next', { day: formatWeekday(next, 'de') }),
    closing(facts),
  );
};

const whenAndWhere = ({ at, joinUrl }: LetterFacts): string =>
  [
    t('roundtable.letter.when', { when: whenOf(at, t) }),
    at.minutes === null ? undefined : t('roundtable.letter.minutes', { count: at.minutes }),
    at.place === null ? undefined : t('roundtable.letter.where', { place: at.place }),
    joinUrl === undefined ? undefined : t('roundtable.letter.online', { link: joinUrl }),
  ]
    .filter((line) => line !== undefined)
    .join('\n');

const agendaText = ({ table, meeting }: MeetingAt): string | undefined => {
  const agenda = table.items.filter((item) => item.meeting === meeting.meeting);
  if (agenda.length === 0) return undefined;
  const lines = agenda.flatMap(({ topic, commonGround }, index) => [
    `${index + 1}. ${topic}`,
    ...(commonGround === null
      ? []
      : [`   ${t('roundtable.letter.commonGround', { text: commonGround })}`]),
  ]);
  return [t('roundtable.letter.agenda'), ...lines].join('\n');
};

const closing = ({ from }: LetterFacts): string =>
  [t('roundtable.letter.closing'), from].filter((line) => line !== '').join('\n');
