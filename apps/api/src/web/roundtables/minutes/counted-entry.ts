import { type Entry, type Past, timeline } from '@klimaspur/domain';
import { streamName } from '@klimaspur/event-store';
import { Refusal } from '../../../errors/refusal.js';
import type { AboutTown } from '../../forms/asked.js';

/** An entry of a table as it counts now: what a correction of it begins with. */
export const countedEntry = async (
  { reading }: AboutTown,
  table: string,
  entry: string,
): Promise<Entry> => {
  const history = await reading.world.store.readStream(streamName('roundtable', table));
  const found = timeline(history as unknown as readonly Past[]).find(({ id }) => id === entry);
  if (!found) throw new Refusal('roundtable/unknown');
  return found;
};
