import { isDay, openFollowUps } from '@klimaspur/domain';
import type { MeetingAt } from './about-meeting.js';
import { countReplies, type Invitee } from './invitees.js';

/** What is to be done before a meeting, and the page on which it is mended, below the meeting or the table. */
export type Step =
  'when' | 'invited' | 'replies' | 'agenda' | 'commonGround' | 'followUps' | 'protocol';

export interface Prepared {
  readonly step: Step;
  readonly done: boolean;
  /** How much of it is done, and how much there is to do. */
  readonly count: number;
  readonly of: number;
  /** Parts of the address of where it is mended, below „bearbeiten“. */
  readonly where: readonly string[];
}

interface Preparing {
  readonly at: MeetingAt;
  readonly invitees: readonly Invitee[];
  /** There is a link for joining online. */
  readonly joinable: boolean;
  readonly today: string;
}

/** „Vorbereitung“: read off what is recorded; nobody ticks anything. */
export const preparationOf = (preparing: Preparing): Prepared[] => {
  const { at, invitees } = preparing;
  const { table, meeting } = at;
  const here = ['tables', table.id, 'meetings', meeting.meeting];
  const agenda = table.items.filter((item) => item.meeting === meeting.meeting);
  const { invited, open } = countReplies(invitees);
  const withGround = agenda.filter(({ commonGround }) => commonGround !== null).length;
  return [
    whenAndWhere(preparing, here),
    step('invited', invited, missingSeats(at) + invited, [...here, 'invite']),
    step('replies', invited - open, invited, [...here, 'replies']),
    step('agenda', agenda.length, Math.max(1, agenda.length), [...here, 'agenda']),
    step('commonGround', withGround, agenda.length, [...here, 'agenda']),
    followUpStep(preparing),
    ...protocolStep(at),
  ];
};

/** Nothing to do is nothing done yet, but for what is only looked at. */
const step = (name: Step, count: number, of: number, where: readonly string[]): Prepared => ({
  ...{ step: name, count, of, where },
  done: of > 0 && count >= of,
});

const whenAndWhere = (
  { at: { meeting, time, place }, joinable }: Preparing,
  here: readonly string[],
): Prepared => {
  const known = [isDay(meeting.on), time !== null, meeting.online ? joinable : place !== null];
  const lacksLink = known[0] && known[1] && meeting.online;
  return step('when', known.filter(Boolean).length, known.length, [
    ...here,
    lacksLink ? 'internal' : 'move',
  ]);
};

const missingSeats = ({ table, meeting }: MeetingAt): number =>
  new Set(
    table.seats
      .filter(({ ended, actor }) => !ended && !meeting.invited.includes(actor))
      .map(({ actor }) => actor),
  ).size;

/** Looked at: it is on the agenda, or who promised it was reminded since the last meeting. */
const followUpStep = ({ at: { table, meeting }, today }: Preparing): Prepared => {
  const since = lastHeld({ table, meeting })?.held?.on ?? '';
  const onAgenda = new Set(
    table.items.filter((item) => item.meeting === meeting.meeting).map((item) => item.followUp),
  );
  const open = openFollowUps(table, today);
  const seen = open.filter(
    ({ followUp }) =>
      onAgenda.has(followUp.followUp) || (followUp.reminded.at(-1) ?? '') >= (since || '9999'),
  );
  return {
    ...step('followUps', seen.length, open.length, ['tables', table.id, 'followUps']),
    done: seen.length === open.length,
  };
};

/** The last meeting that was held before this one. */
export const lastHeld = ({ table: { meetings }, meeting }: Pick<MeetingAt, 'table' | 'meeting'>) =>
  meetings.findLast((other) => other !== meeting && other.held && other.on <= meeting.on);

const protocolStep = (at: MeetingAt): Prepared[] => {
  const last = lastHeld(at);
  if (!last) return [];
  const { step: reached, changedSince } = last.protocol;
  const done = (reached === 'APPROVED' || reached === 'PUBLISHED') && !changedSince;
  const where = ['tables', at.table.id, 'meetings', last.meeting, 'protocol'];
  return [step('protocol', done ? 1 : 0, 1, where)];
};
