import { onlySeen, streamsNamed } from '@klimaspur/domain';
import type { StreamEntry } from '@klimaspur/read-models';
import type { Reading } from './reader.js';

/** Streams of measures, plans, organisations and round tables that entries name, as they are and as they were before a correction. */
export const namedIn = (entries: readonly StreamEntry[]): ReadonlySet<string> =>
  new Set(
    entries.flatMap(({ data, original }) => [
      ...streamsNamed(data),
      ...streamsNamed(original?.data ?? {}),
    ]),
  );

/** An entry without what it says of such streams outside `seen`. */
export const asSeen = <Entry extends StreamEntry>(
  entry: Entry,
  seen: ReadonlySet<string>,
): Entry => {
  const data = onlySeen(entry.data, seen);
  const { source, original } = entry;
  const roundtable = 'roundtable' in data ? (source?.roundtable ?? null) : null;
  return {
    ...entry,
    data,
    ...(source ? { source: { ...source, roundtable } } : {}),
    ...(original ? { original: { ...original, data: onlySeen(original.data, seen) } } : {}),
  };
};

/** Entries as the asker may read them: silent about other things that are drafts. */
export const seenEntries = <Entry extends StreamEntry>(
  { models, view }: Reading,
  entries: readonly Entry[],
): readonly Entry[] => {
  const seen = models.shownStreams([...namedIn(entries)], view);
  return entries.map((entry) => asSeen(entry, seen));
};
