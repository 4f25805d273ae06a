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
 * a meeting, its agenda and its Protokoll are there from the day on which they were recorded, or held if that was earlier.
 */
export const thereBy = (entries: readonly Entry[], day: Day): Entry[] => {
  const days = new Map(
    of(entries, 'RoundtableMeetingConvened').map(({ data }) => [data.meeting, firstDay(data.on)]),
  );
  const isHeldBy = ({ data }: Entry): boolean => {
    const { meeting } = data as unknown as EventData<'RoundtableItemPlaced'>;
    return (days.get(meeting) ?? day) <= day;
  };
  return entries.filter(
    (entry) =>
      entry.effectiveOn <= day ||
      (ofAgenda.has(entry.type) ? isHeldBy(entry) : !ofProtocol.has(entry.type)),
  );
};

/** The first day of which a round table knows anything. */
export const firstDayOf = (entries: readonly Entry[]): Day | null =>
  entries
    .filter(({ type, recordKeeping }) => type === 'RoundtableFounded' || !recordKeeping)
    .map(({ effectiveOn }) => effectiveOn)
    .sort()
    .at(0) ?? null;
