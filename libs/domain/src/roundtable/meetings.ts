import type { EventType } from '../catalogue.js';
import { firstDay, type Day, type PartialDate } from '../shared/partial-date.js';
import type { Reply } from '../shared/vocabulary.js';
import { dataOf, wordedIn, type Entry } from '../timeline.js';
import { rhythmBehind } from './rhythms.js';
import { entriesByPart, of, type Told } from './told-entries.js';

/** How far the Protokoll is: `DRAFT` once the meeting was held. */
export type ProtocolStep = 'NONE' | 'DRAFT' | 'CIRCULATED' | 'APPROVED' | 'PUBLISHED';

export interface Protocol {
  readonly step: ProtocolStep;
  readonly circulatedOn: PartialDate | null;
  readonly approvalUntil: PartialDate | null;
  readonly approvedOn: PartialDate | null;
  /** True where something about the meeting was recorded or corrected after the approval: it waits for another one. */
  readonly changedSince: boolean;
  readonly objections: readonly {
    readonly entry: string;
    readonly actor: string;
    readonly item: string | null;
    readonly note: string;
    readonly on: PartialDate | null;
  }[];
}

export interface Meeting {
  readonly meeting: string;
  /** What it is called in addresses: its day, and a number where the table met before on that day. */
  readonly key: string;
  readonly entry: string;
  readonly on: PartialDate;
  readonly time: string | null;
  readonly minutes: number | null;
  readonly online: boolean;
  readonly place: string | null;
  readonly topic: string | null;
  /** The day of the rhythm it stands for. */
  readonly occurrence: PartialDate | null;
  /** The entry of the rhythm which that day belonged to when the meeting was convened, whatever became of it. */
  readonly rhythm: string | null;
  /** How often its date, hour or state changed: the SEQUENCE of its calendar entry. */
  readonly changes: number;
  readonly cancelled: { readonly entry: string; readonly note: string | null } | null;
  /** True where it does not take place: it was called off, or its table ended before. */
  readonly off: boolean;
  readonly held: {
    readonly entry: string;
    readonly on: PartialDate | null;
    readonly groups: readonly string[];
    readonly guests: number | null;
    readonly summary: string | null;
    readonly note: string | null;
  } | null;
  readonly invited: readonly string[];
  readonly replies: readonly {
    readonly actor: string;
    readonly reply: Reply;
    readonly persons: number | null;
  }[];
  readonly protocol: Protocol;
}

/** A meeting without what it owes to others: its rhythm, its table, the meetings beside it. */
type MeetingAlone = Omit<Meeting, 'off' | 'rhythm' | 'key'>;

export const meetingsIn = (entries: readonly Entry[]): Meeting[] => {
  const about = entriesByPart(entries, 'meeting');
  const ended = of(entries, 'RoundtableEnded').at(-1)?.entry.effectiveOn;
  return (
    of(entries, 'RoundtableMeetingConvened')
      .map((convened) => ({
        ...meetingOf(convened, about(convened.data.meeting)),
        rhythm: rhythmBehind(convened, entries),
      }))
      .map((meeting) => ({ ...meeting, ...offIn(meeting, ended) }))
      // Of one day in the order of record: whoever comes later takes no address from another.
      .sort((a, b) => compare(a.on, b.on))
      .map((meeting, index, all) => ({ ...meeting, key: keyOf(meeting, all.slice(0, index)) }))
  );
};

const keyOf = ({ on }: Pick<Meeting, 'on'>, before: readonly Pick<Meeting, 'on'>[]): string => {
  const earlier = before.filter((other) => other.on === on).length;
  return earlier === 0 ? on : `${on}-${earlier + 1}`;
};

/** The end of its table calls a meeting off as well, and calendars have to hear of that. */
const offIn = (
  { on, held, cancelled, changes }: MeetingAlone,
  ended: Day | undefined,
): Pick<Meeting, 'off' | 'changes'> => {
  const lapsed = !cancelled && !held && ended !== undefined && firstDay(on) >= ended;
  return { off: cancelled !== null || lapsed, changes: changes + (lapsed ? 1 : 0) };
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const meetingOf = (
  { entry, data }: Told<'RoundtableMeetingConvened'>,
  entries: readonly Entry[],
): MeetingAlone => {
  const moved = of(entries, 'RoundtableMeetingMoved');
  const cancelled = of(entries, 'RoundtableMeetingCancelled').at(-1);
  const last = moved.at(-1)?.data;
  const newest = <T>(
    value: (terms: Partial<Told<'RoundtableMeetingMoved'>['data']>) => T | undefined,
  ) => [data, ...moved.map((it) => it.data)].map(value).findLast((known) => known !== undefined);
  return {
    meeting: data.meeting,
    entry: entry.id,
    on: last?.on ?? data.on,
    time: newest(({ time }) => time) ?? null,
    minutes: newest(({ minutes }) => minutes) ?? null,
    online: newest(({ online }) => online) ?? false,
    place: newest(({ text }) => text?.place) ?? null,
    topic: data.text?.topic ?? null,
    occurrence: data.occurrence ?? null,
    changes: moved.length + (cancelled ? 1 : 0),
    cancelled: cancelled
      ? { entry: cancelled.entry.id, note: cancelled.data.text?.note ?? null }
      : null,
    held: heldIn(entries),
    ...invitationsIn(entries),
    protocol: protocolIn(entries),
  };
};

const heldIn = (entries: readonly Entry[]): Meeting['held'] => {
  const held = of(entries, 'RoundtableMeetingHeld').at(-1);
  if (!held) return null;
  const { entry, data } = held;
  return {
    entry: entry.id,
    on: entry.occurredOn,
    groups: data.groups,
    guests: data.guests ?? null,
    summary: data.text?.summary ?? null,
    note: data.text?.note ?? null,
  };
};

/** Who is invited by now, and what they answered since. */
const invitationsIn = (entries: readonly Entry[]): Pick<Meeting, 'invited' | 'replies'> => {
  const invited = new Set<string>();
  const replies = new Map<string, Meeting['replies'][number]>();
  for (const entry of entries) {
    if (entry.type === 'RoundtableInvited') {
      for (const actor of dataOf(entry, entry.type).actors) invited.add(actor);
    }
    if (entry.type === 'RoundtableReplyReceived') {
      const { actor, reply, persons = null } = dataOf(entry, entry.type);
      replies.set(actor, { actor, reply, persons });
    }
    if (entry.type === 'RoundtableInvitationWithdrawn') {
      for (const actor of dataOf(entry, entry.type).actors) {
        invited.delete(actor);
        replies.delete(actor);
      }
    }
  }
  return { invited: [...invited], replies: [...replies.values()] };
};

/** Steps are taken in the order in which they were recorded, like everything about what may be seen. */
const protocolIn = (entries: readonly Entry[]): Protocol => {
  const circulated = of(entries, 'RoundtableProtocolCirculated').at(-1);
  const approved = of(entries, 'RoundtableProtocolApproved').at(-1)?.entry;
  const shown = entries.findLast(
    ({ type }) =>
      type === 'RoundtableProtocolPublished' || type === 'RoundtableProtocolUnpublished',
  );
  const held = entries.some(({ type }) => type === 'RoundtableMeetingHeld');
  const step = approved
    ? shown?.type === 'RoundtableProtocolPublished'
      ? 'PUBLISHED'
      : 'APPROVED'
    : circulated
      ? 'CIRCULATED'
      : held
        ? 'DRAFT'
        : 'NONE';
  return {
    step,
    circulatedOn: circulated?.entry.occurredOn ?? null,
    approvalUntil: circulated?.data.approvalUntil ?? null,
    approvedOn: approved?.occurredOn ?? null,
    changedSince: approved !== undefined && entries.some((entry) => isLater(entry, approved)),
    objections: of(entries, 'RoundtableProtocolObjected').map(({ entry, data }) => ({
      entry: entry.id,
      actor: data.actor,
      item: data.item ?? null,
      note: data.text?.note ?? '',
      on: entry.occurredOn,
    })),
  };
};

const protocolContent: ReadonlySet<EventType> = new Set<EventType>([
  'RoundtableMeetingHeld',
  'RoundtableItemAdded',
  'RoundtableItemPlaced',
  'RoundtableItemConcluded',
  'RoundtableFollowUpAgreed',
]);

const isLater = (entry: Entry, approved: Entry): boolean =>
  protocolContent.has(entry.type) && wordedIn(entry) > approved.revision;
