import type { EventData } from '../catalogue.js';
import type { Day, PartialDate } from '../shared/partial-date.js';
import type { ItemKind, RoundtableFormat } from '../shared/vocabulary.js';
import type { Entry } from '../timeline.js';
import { followUpsIn, type FollowUp } from './follow-ups.js';
import { itemsIn, type Item } from './items.js';
import { meetingsIn, type Meeting, type Protocol, type ProtocolStep } from './meetings.js';
import { rhythmsIn, type Rhythm } from './rhythms.js';
import { firstDayOf, thereBy } from './there-by.js';
import { of } from './told-entries.js';

export type Described = EventData<'RoundtableDescribed'>;
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

/** All that the stream of a round table says, at one moment. */
export interface RoundtableState {
  readonly municipality: string | null;
  /** The first day of which anything is known. */
  readonly since: Day | null;
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
 * The state that a story in order of effect leads to, by a day if one is asked for. Every part is looked up by its id, so
 * that entries that arrive late find their place whatever the order.
 */
export const roundtableState = (story: readonly Entry[], asOf?: Day): RoundtableState => {
  const entries = asOf === undefined ? story : thereBy(story, asOf);
  const founded = of(entries, 'RoundtableFounded').at(0)?.data;
  const described = of(entries, 'RoundtableDescribed').at(-1)?.data ?? null;
  const ended = of(entries, 'RoundtableEnded').at(-1)?.entry;
  const meetings = meetingsIn(entries);
  return {
    municipality: founded?.municipality ?? null,
    since: firstDayOf(entries),
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

export type { FollowUp, Item, ItemKind, Meeting, Protocol, ProtocolStep, Rhythm };
