import { type Reply, type SeatKind, seatKindOf, seatKinds } from '@klimaspur/domain';
import type { ActorDetail } from '@klimaspur/read-models';
import type { MeetingAt } from './about-meeting.js';

/** An organisation that is invited to a meeting, and what it answered; null: nothing yet. */
export interface Invitee {
  readonly actor: ActorDetail;
  readonly kind: SeatKind;
  readonly reply: Reply | null;
  readonly persons: number | null;
}

type Table = Pick<MeetingAt['table'], 'seats'>;

/** The group in which an organisation is counted: that of its seat, or the one that fits what it is. */
export const groupOf = ({ seats }: Table, { id, kind }: ActorDetail): SeatKind =>
  seats.find((seat) => seat.actor === id && !seat.ended)?.kind ?? seatKindOf[kind];

/** Organisations by group, in the order of the groups. */
export const byGroup = (table: Table, actors: readonly ActorDetail[]) =>
  seatKinds
    .map((kind) => ({ kind, actors: actors.filter((actor) => groupOf(table, actor) === kind) }))
    .filter((group) => group.actors.length > 0);

/** Who is invited, by group, then by name; whoever answered uninvited is one of them. */
export const inviteesOf = (
  { table, meeting: { invited, replies } }: Pick<MeetingAt, 'table' | 'meeting'>,
  actors: readonly ActorDetail[],
): Invitee[] => {
  const replyOf = (id: string) => replies.find(({ actor }) => actor === id);
  const asked = actors.filter(({ id }) => invited.includes(id) || replyOf(id));
  return byGroup(table, asked).flatMap(({ kind, actors: ofKind }) =>
    ofKind.map((actor) => {
      const { reply = null, persons = null } = replyOf(actor.id) ?? {};
      return { actor, kind, reply, persons };
    }),
  );
};

/** How the organisations of one group, or all of them, answered. */
export interface ReplyCounts {
  readonly invited: number;
  readonly yes: number;
  readonly deputy: number;
  readonly no: number;
  readonly open: number;
  /** Who is to come; whoever named no number comes alone. */
  readonly persons: number;
}

export const countReplies = (invitees: readonly Invitee[]): ReplyCounts => {
  const count = (reply: Reply | null) => invitees.filter((one) => one.reply === reply).length;
  return {
    invited: invitees.length,
    yes: count('YES'),
    deputy: count('DEPUTY'),
    no: count('NO'),
    open: count(null),
    persons: invitees
      .filter(({ reply }) => reply === 'YES' || reply === 'DEPUTY')
      .reduce((sum, { persons }) => sum + (persons ?? 1), 0),
  };
};

export const countsByGroup = (invitees: readonly Invitee[]) =>
  seatKinds
    .map((kind) => ({ kind, ...countReplies(invitees.filter((one) => one.kind === kind)) }))
    .filter(({ invited }) => invited > 0);
