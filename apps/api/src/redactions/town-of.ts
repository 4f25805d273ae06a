import type { Category, Past } from '@klimaspur/domain';
import { categoryOf, type EventReader, idOf } from '@klimaspur/event-store';
import { municipalityOf } from '../commands/references.js';

/** The town of a stream; undefined for a person. */
export const townOf = async (log: EventReader, stream: string): Promise<string | undefined> => {
  const [first] = await log.readStream(stream, { limit: 1 });
  const category = categoryOf(stream) as Category;
  if (!first || category === 'person') return undefined;
  return municipalityOf(category, idOf(stream), first as unknown as Past);
};
