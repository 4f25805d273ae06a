import { type Entry, type EventType, type Past, timeline } from '@klimaspur/domain';
import { type EventReader, streamName } from '@klimaspur/event-store';
import type { Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import { entryTitle } from '../words/entry-words.js';

/** An entry of a measure that somebody named. */
export interface NamedEntry {
  readonly id: string;
  /** What it says, as it counts now or as it was recorded. */
  readonly words: string;
  /** Pseudonym of whoever recorded it. */
  readonly person: string;
  /** Absent: it was taken back. */
  readonly counts?: Entry;
}

/** Undefined: the measure has no such entry. */
export const namedEntry = async (
  log: EventReader,
  { measure, entry }: { readonly measure: string; readonly entry?: unknown },
  town: Municipality,
  t: Translate,
): Promise<NamedEntry | undefined> => {
  const stream = streamName('measure', measure);
  const history = (await log.readStream(stream)) as unknown as readonly Past[];
  const recorded = history.find(({ id }) => id === entry);
  if (!recorded) return undefined;
  const counts = timeline(history).find(({ id }) => id === recorded.id);
  const organs = new Map(town.organs.map((organ) => [organ.id, organ.name]));
  const { type, data } = counts ?? { type: recorded.type as EventType, data: recorded.data };
  const { actor } = recorded.metadata as { actor?: { person?: string } };
  return {
    id: recorded.id,
    words: entryTitle({ type, data }, { t, organName: (id) => organs.get(id) }),
    person: actor?.person ?? '',
    ...(counts ? { counts } : {}),
  };
};
