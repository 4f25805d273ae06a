import { berlinDay, type Entry, type EventType, timeline } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import { organNames } from '../../reading/organ-names.js';
import { measurePast } from '../../reading/past.js';
import type { Reading } from '../../reading/reader.js';
import { entryTitle, ownWordsOf } from '../words/entry-words.js';

/** An entry of a measure that somebody named. */
export interface NamedEntry {
  readonly id: string;
  /** What it says, as it counts now or as it was recorded. */
  readonly words: string;
  /** What of that is the town's own words. */
  readonly own: readonly string[];
  /** Pseudonym of whoever recorded it. */
  readonly person: string;
  /** Absent: it was taken back. */
  readonly counts?: Entry;
}

/** Undefined: the measure has no such entry. */
export const namedEntry = async (
  reading: Reading,
  { measure, entry }: { readonly measure: string; readonly entry?: unknown },
  town: Municipality,
  t: Translate,
): Promise<NamedEntry | undefined> => {
  const history = await measurePast(reading, measure);
  const recorded = history.find(({ id }) => id === entry);
  if (!recorded) return undefined;
  const counts = timeline(history).find(({ id }) => id === recorded.id);
  const names = await organNames(reading, town.organs);
  const { type, data } = counts ?? { type: recorded.type as EventType, data: recorded.data };
  const day = counts?.effectiveOn ?? berlinDay(recorded.metadata.recordedAt);
  const { actor } = recorded.metadata as { actor?: { person?: string } };
  const context = { t, organName: (id: string) => names(id, day) };
  return {
    id: recorded.id,
    words: entryTitle({ type, data }, context),
    own: ownWordsOf({ type, data }, context),
    person: actor?.person ?? '',
    ...(counts ? { counts } : {}),
  };
};
