import type { EventData, EventType } from '../catalogue.js';
import { firstDay, type Day } from '../shared/partial-date.js';
import type { Entry } from '../timeline.js';
import { of } from './told-entries.js';

/** What hangs on the day of its meeting: somebody may write down years later that it was on the agenda. */
const ofAgenda: ReadonlySet<EventType> = new Set<EventType>([
  'RoundtableMeetingConvened',
  'RoundtableItemAdded',
  'RoundtableItemPlaced',
]);

const ofProtocol: ReadonlySet<EventType> = new Set<EventType>([
  'RoundtableProtocolApproved',
  'RoundtableProtocolPublished',
  'RoundtableProtocolUnpublished',
]);

/**
 * The entries of a round table that stood by a day. Records hold from the beginning elsewhere, because a thing needs a name;
 * a meeting and its agenda are there from the day on which they were recorded, or on which it met if that was earlier, and
 * whatever was done with its Protokoll since, as all that decides who may read it, once it was held.
 */
export const thereBy = (entries: readonly Entry[], day: Day): Entry[] => {
  const days = new Map(
    of(entries, 'RoundtableMeetingConvened').map(({ data }) => [data.meeting, firstDay(data.on)]),
  );
  const held = new Set(of(entries, 'RoundtableMeetingHeld').map(({ data }) => data.meeting));
  const isThere = ({ type, data, effectiveOn }: Entry): boolean => {
    const { meeting } = data as unknown as EventData<'RoundtableItemPlaced'>;
    if (effectiveOn <= day) return true;
    if (ofAgenda.has(type)) return (days.get(meeting) ?? day) <= day;
    return ofProtocol.has(type) ? held.has(meeting) : true;
  };
  return entries.filter(isThere);
};

/** The first day of which a round table knows anything. */
export const firstDayOf = (entries: readonly Entry[]): Day | null =>
  entries
    .filter(({ type, recordKeeping }) => type === 'RoundtableFounded' || !recordKeeping)
    .map(({ effectiveOn }) => effectiveOn)
    .sort()
    .at(0) ?? null;
