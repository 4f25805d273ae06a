import type { EventData, EventType } from '../catalogue.js';
import type { Day, PartialDate } from '../shared/partial-date.js';
import type { ItemKind, Reply, RoundtableFormat } from '../shared/vocabulary.js';
import type { Entry } from '../timeline.js';
import { followUpsIn, type FollowUp } from './follow-ups.js';
import { itemsIn, type Item } from './items.js';
import { entriesByPart, of, type Told } from './told-entries.js';

export type Described = EventData<'RoundtableDescribed'>;
export type Rhythm = Omit<EventData<'RoundtableRhythmSet'>, 'text'> & {
  readonly entry: string;
  readonly place: string | null;
  /** The day on which it stopped, because it ended or another one took its place; null: it goes on. */
  readonly endedOn: Day | null;
};

export interface Seat {
  readonly seat: string;
  readonly entry: string;
  readonly actor: string;
  readonly kind: EventData<'RoundtableSeatAdded'>['kind'];
  readonly voting: boolean;
  readonly places: number;
  readonly on: PartialDate | null;
  readonly endedOn: PartialDate | null;
  readonly ended: boolean;
}

/** How far the Protokoll is: `DRAFT` once the meeting was held. */
export type ProtocolStep = 'NONE' | 'DRAFT' | 'CIRCULATED' | 'APPROVED' | 'PUBLISHED';

export interface Protocol {
  readonly step: ProtocolStep;
  readonly circulatedOn: PartialDate | null;
  readonly approvalUntil: PartialDate | null;
  readonly approvedOn: PartialDate | null;
  /** True where something about the meeting was recorded after the approval: it waits for another one. */
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
  readonly entry: string;
  readonly on: PartialDate;
  readonly time: string | null;
  readonly minutes: number | null;
  readonly online: boolean;
  readonly place: string | null;
  readonly topic: string | null;
  /** The day of the rhythm it stands for. */
  readonly occurrence: PartialDate | null;
  /** How often its date, hour or state changed: the SEQUENCE of its calendar entry. */
  readonly changes: number;
  readonly cancelled: { readonly entry: string; readonly note: string | null } | null;
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

/** All that the stream of a round table says, at one moment. */
export interface RoundtableState {
  readonly municipality: string | null;
  readonly format: RoundtableFormat;
  readonly name: string;
  readonly described: Described | null;
  readonly ended: { readonly entry: string; readonly on: PartialDate | null } | null;
  /** Oldest first; at most the last one goes on. */
  readonly rhythms: readonly Rhythm[];
  readonly seats: readonly Seat[];
  /** By day, earliest first. */
  readonly meetings: readonly Meeting[];
  /** By meeting, then in the order of its agenda. */
  readonly items: readonly Item[];
  readonly followUps: readonly FollowUp[];
}

/**
 * The state that a story in order of effect leads to. Every part is looked up by its id, so that entries that arrive late
 * find their place whatever the order.
 */
export const roundtableState = (entries: readonly Entry[]): RoundtableState => {
  const founded = of(entries, 'RoundtableFounded').at(0)?.data;
  const described = of(entries, 'RoundtableDescribed').at(-1)?.data ?? null;
  const ended = of(entries, 'RoundtableEnded').at(-1)?.entry;
  const meetings = meetingsIn(entries);
  return {
    municipality: founded?.municipality ?? null,
    format: described?.format ?? founded?.format ?? 'ROUND_TABLE',
    name: described?.text?.name ?? founded?.text?.name ?? '',
    described,
    ended: ended ? { entry: ended.id, on: ended.occurredOn } : null,
    rhythms: rhythmsIn(entries),
    seats: seatsIn(entries),
    meetings,
    items: itemsIn(
      entries,
      meetings.map(({ meeting }) => meeting),
    ),
    followUps: followUpsIn(entries),
  };
};

const rhythmsIn = (entries: readonly Entry[]): Rhythm[] => {
  const turns = entries.filter(
    ({ type }) => type === 'RoundtableRhythmSet' || type === 'RoundtableRhythmEnded',
  );
  return of(turns, 'RoundtableRhythmSet').map(({ entry, data }) => {
    const { text, ...terms } = data;
    const next = turns[turns.indexOf(entry) + 1];
    const place = text?.place ?? null;
    return { ...terms, entry: entry.id, place, endedOn: next?.effectiveOn ?? null };
  });
};

const seatsIn = (entries: readonly Entry[]): Seat[] => {
  const ends = of(entries, 'RoundtableSeatEnded');
  return of(entries, 'RoundtableSeatAdded').map(({ entry, data }) => {
    const end = ends.find((other) => other.data.seat === data.seat)?.entry;
    return {
      seat: data.seat,
      entry: entry.id,
      actor: data.actor,
      kind: data.kind,
      voting: data.voting,
      places: data.places ?? 1,
      on: entry.occurredOn,
      endedOn: end?.occurredOn ?? null,
      ended: end !== undefined,
    };
  });
};

const meetingsIn = (entries: readonly Entry[]): Meeting[] => {
  const about = entriesByPart(entries, 'meeting');
  return of(entries, 'RoundtableMeetingConvened')
    .map((convened) => meetingOf(convened, about(convened.data.meeting)))
    .sort((a, b) => (a.on === b.on ? compare(a.meeting, b.meeting) : compare(a.on, b.on)));
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const meetingOf = (
  { entry, data }: Told<'RoundtableMeetingConvened'>,
  entries: readonly Entry[],
): Meeting => {
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

const invitationsIn = (entries: readonly Entry[]): Pick<Meeting, 'invited' | 'replies'> => {
  const replies = new Map<string, Meeting['replies'][number]>();
  for (const { data } of of(entries, 'RoundtableReplyReceived')) {
    const { actor, reply, persons = null } = data;
    replies.set(actor, { actor, reply, persons });
  }
  const invited = of(entries, 'RoundtableInvited').flatMap(({ data }) => data.actors);
  return { invited: [...new Set(invited)], replies: [...replies.values()] };
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

const isLater = ({ type, revision }: Entry, approved: Entry): boolean =>
  protocolContent.has(type) && revision > approved.revision;

export type { FollowUp, Item, ItemKind };
