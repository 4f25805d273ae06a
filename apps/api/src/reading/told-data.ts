import { onlySeen, streamsNamed } from '@klimaspur/domain';
import type { ChangeItem } from '@klimaspur/read-models';
import { type Reading, seesDrafts } from './reader.js';

type Data = Readonly<Record<string, unknown>>;

/**
 * What stands in the entries behind changes, as the asker may read it: of organisations and round tables as it was
 * approved, and without what names something that they may not see.
 */
export const toldData = async (
  { world, models, view }: Reading,
  items: readonly ChangeItem[],
): Promise<readonly Data[]> => {
  const pasts = models.pastsTold([...new Set(items.map(({ stream }) => stream))], view);
  const all = await Promise.all(
    items.map(async ({ stream, revision, entry }): Promise<Data> => {
      const past = pasts.get(stream);
      if (past) return past.find(({ id }) => id === entry)?.data ?? {};
      const [event] = await world.store.readStream(stream, { from: revision, limit: 1 });
      return event?.data ?? {};
    }),
  );
  const named = new Set(
    all.flatMap(streamsNamed).filter((name) => /^(actor|roundtable)-/.test(name)),
  );
  if (named.size === 0) return all;
  const seen = models.shownStreams([...named], view);
  return all.map((data, at) =>
    seesDrafts(view.viewer, items[at]!.municipality.id) ? data : withoutUnseen(data, named, seen),
  );
};

/** Other things that an entry names are the matter of whoever shows it. */
const withoutUnseen = (data: Data, named: ReadonlySet<string>, seen: ReadonlySet<string>): Data =>
  onlySeen(data, new Set([...streamsNamed(data).filter((name) => !named.has(name)), ...seen]));
