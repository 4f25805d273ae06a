import { onlySeen, streamsNamed } from '@klimaspur/domain';
import type { StreamEntry } from '@klimaspur/read-models';
import type { Reading } from './reader.js';

/** Streams of measures and plans that entries name, as they are and as they were before a correction. */
export const namedIn = (entries: readonly StreamEntry[]): ReadonlySet<string> =>
  new Set(
    entries.flatMap(({ data, original }) => [
      ...streamsNamed(data),
      ...streamsNamed(original?.data ?? {}),
    ]),
  );

/** An entry without what it says of measures and plans outside `seen`. */
export const asSeen = <Entry extends StreamEntry>(
  entry: Entry,
  seen: ReadonlySet<string>,
): Entry => ({
  ...entry,
  data: onlySeen(entry.data, seen),
  ...(entry.original
    ? { original: { ...entry.original, data: onlySeen(entry.original.data, seen) } }
    : {}),
});

/** Entries as the asker may read them: silent about other things that are drafts. */
export const seenEntries = <Entry extends StreamEntry>(
  { models, view }: Reading,
  entries: readonly Entry[],
): readonly Entry[] => {
  const seen = models.shownStreams([...namedIn(entries)], view);
  return entries.map((entry) => asSeen(entry, seen));
};
