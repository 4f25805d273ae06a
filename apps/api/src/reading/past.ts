import type { Category, Past } from '@klimaspur/domain';
import { streamName } from '@klimaspur/event-store';
import type { Reading } from './reader.js';

/** A stream of the log as the domain reads it; with since when each event is known, where that is asked. */
export const pastOf = async (
  { world, models, view }: Reading,
  category: Category,
  id: string,
): Promise<readonly Past[]> => {
  const stream = streamName(category, id);
  const events = (await world.store.readStream(stream)) as unknown as readonly Past[];
  if (view.knownAt === undefined) return events;
  const since = models.knownSince(stream);
  return events.map((past) => ({ ...past, knownSince: since(past) }));
};
