import type { EventData } from '../catalogue.js';
import { firstDay, isDay, type Day, type PartialDate } from '../shared/partial-date.js';
import type { Entry } from '../timeline.js';
import { daysOfRhythm } from './rhythm.js';
import { of, type Told } from './told-entries.js';

export type Rhythm = Omit<EventData<'RoundtableRhythmSet'>, 'text'> & {
  readonly entry: string;
  readonly place: string | null;
  /** The first day on which it no longer falls: it or the table ended, or another one takes its place; null: it goes on. */
  readonly endedOn: Day | null;
};

/** What ends a rhythm, and from which day on: the next one may begin long after somebody set it. */
const stopsFrom = ({ type, data, effectiveOn }: Entry): Day | undefined => {
  if (type === 'RoundtableRhythmSet') return firstDay(data['from'] as PartialDate);
  return type === 'RoundtableRhythmEnded' || type === 'RoundtableEnded' ? effectiveOn : undefined;
};

export const rhythmsIn = (entries: readonly Entry[]): Rhythm[] =>
  of(entries, 'RoundtableRhythmSet').map(({ entry, data }) => {
    const { text, ...terms } = data;
    const stops = entries.slice(entries.indexOf(entry) + 1).flatMap((it) => stopsFrom(it) ?? []);
    const place = text?.place ?? null;
    return { ...terms, entry: entry.id, place, endedOn: stops.sort().at(0) ?? null };
  });

/** The rhythm that was set when a meeting was convened for one of its days. */
export const rhythmBehind = (
  { entry: { revision }, data: { occurrence } }: Told<'RoundtableMeetingConvened'>,
  entries: readonly Entry[],
): string | null => {
  if (occurrence === undefined || !isDay(occurrence)) return null;
  const range = { from: occurrence, to: occurrence };
  const behind = of(entries, 'RoundtableRhythmSet').findLast(
    ({ entry, data }) =>
      entry.revision < revision && daysOfRhythm({ ...data, endedOn: null }, range).length > 0,
  );
  return behind?.entry.id ?? null;
};
