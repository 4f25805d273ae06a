import type { Past } from '@klimaspur/domain';
import { streamName } from '@klimaspur/event-store';
import type { Reading } from './reader.js';

/** A stream of the log as the domain reads it. */
export const pastOf = async (
  { world }: Reading,
  category: 'measure' | 'decision',
  id: string,
): Promise<readonly Past[]> =>
  (await world.store.readStream(streamName(category, id))) as unknown as readonly Past[];
