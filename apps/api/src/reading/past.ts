import { type Category, heirsIn, type Past, streamsNeeded, withoutNewer } from '@klimaspur/domain';
import { streamName } from '@klimaspur/event-store';
import type { Reading } from './reader.js';

/** A stream of the log as the domain reads it, as far as it can be told; with since when each event is known, where that is asked. */
export const pastOf = async (
  { world, models, view }: Reading,
  category: Category,
  id: string,
): Promise<readonly Past[]> => {
  const stream = streamName(category, id);
  const parkedAt = models.parkedAt(stream);
  const range = parkedAt === undefined ? {} : { limit: parkedAt };
  const stored = (await world.store.readStream(stream, range)) as unknown as readonly Past[];
  const events = withoutNewer(stored);
  if (view.knownAt === undefined) return events;
  const since = models.knownSince(stream);
  return events.map((past) => ({ ...past, knownSince: since(past) }));
};

/**
 * The stream of a measure as the asker may read it: that it goes on elsewhere is told as soon as they may see with which
 * measure, what an organisation or a round table has to do with it only if they may see that.
 */
export const measurePast = async (reading: Reading, id: string): Promise<readonly Past[]> => {
  const past = await pastOf(reading, 'measure', id);
  const needs = streamsNeeded(past);
  const streamsOf = (entry: Past) => heirsIn(entry)?.map((heir) => streamName('measure', heir));
  const named = past.flatMap((entry) => [
    ...(streamsOf(entry) ?? []),
    ...(needs.get(entry.id) ?? []),
  ]);
  if (named.length === 0) return past;
  const seen = reading.models.shownStreams(named, reading.view);
  const isTold = (entry: Past) =>
    (streamsOf(entry)?.some((heir) => seen.has(heir)) ?? true) &&
    [...(needs.get(entry.id) ?? [])].every((stream) => seen.has(stream));
  const hidden = new Set<unknown>(past.flatMap((entry) => (isTold(entry) ? [] : entry.id)));
  return past.filter((entry) => !hidden.has(entry.id) && !hidden.has(entry.data['entry']));
};

/** The stream of an organisation or a round table as the asker may read it; empty: there is none for them. */
export const storyPast = (
  { models, view }: Reading,
  category: 'actor' | 'roundtable',
  id: string,
): readonly Past[] => {
  const stream = streamName(category, id);
  return models.pastsTold([stream], view).get(stream) ?? [];
};
