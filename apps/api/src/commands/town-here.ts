import { movedTo, type Past } from '@klimaspur/domain';
import { type EventReader, isUuid, streamName } from '@klimaspur/event-store';
import type { ViewQueries } from '@klimaspur/read-models';
import { Refusal } from '../errors/refusal.js';

/** Where a town is kept now, if not here. */
export const addressOf = async (
  log: EventReader,
  municipality: string,
): Promise<string | undefined> => {
  if (!isUuid(municipality)) return undefined;
  const history = await log.readStream(streamName('municipality', municipality));
  return movedTo(history as unknown as readonly Past[]);
};

export const movedAway = (address: string): Refusal =>
  new Refusal('municipality/moved', { params: { address }, members: { address } });

/** Why nothing can be written for a town now: it is kept elsewhere, or on its way here; undefined: nothing stands against it. */
export async function whyNotHere(
  { store, readModels }: { store: EventReader; readModels: Pick<ViewQueries, 'arrivingBy'> },
  municipality: string,
): Promise<Refusal | undefined> {
  if (readModels.arrivingBy(municipality).length > 0) return new Refusal('municipality/arriving');
  const address = await addressOf(store, municipality);
  return address === undefined ? undefined : movedAway(address);
}
