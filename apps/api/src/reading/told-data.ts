import { onlySeen, type Past, streamsNamed } from '@klimaspur/domain';
import { categoryOf, type RecordedEvent } from '@klimaspur/event-store';
import type { ChangeItem } from '@klimaspur/read-models';
import { HiddenFields } from './hidden-fields.js';
import { type Reading, seesDrafts } from './reader.js';

type Data = Readonly<Record<string, unknown>>;

/**
 * The entries behind changes; of organisations and round tables as the asker may read them. Undefined: there is none for
 * them, as of a field that holds drafts alone.
 */
export const toldPasts = async (
  { world, models, view }: Reading,
  items: readonly ChangeItem[],
): Promise<readonly (Past | undefined)[]> => {
  const pasts = models.pastsTold([...new Set(items.map(({ stream }) => stream))], view);
  const fields = new HiddenFields(models, view);
  return Promise.all(
    items.map(async ({ stream, revision, entry }): Promise<Past | undefined> => {
      const past = pasts.get(stream);
      if (past) return past.find(({ id }) => id === entry);
      const [event] = await world.store.readStream(stream, { from: revision, limit: 1 });
      if (!event || fields.areNamedIn(event)) return undefined;
      const about = await entryNamed(world.store, event);
      return about && fields.areNamedIn(about) ? undefined : (event as unknown as Past);
    }),
  );
};

/** What a correction or a voiding in a plan is about: who is not told of that is not told what became of it. */
const entryNamed = async (store: Reading['world']['store'], { stream, data }: RecordedEvent) =>
  categoryOf(stream) === 'plan' && typeof data['entry'] === 'string'
    ? (await store.readStream(stream)).find(({ id }) => id === data['entry'])
    : undefined;

/**
 * What stands in the entries behind changes, as the asker may read it: of organisations and round tables as it was
 * approved, and without what names something that they may not see.
 */
export const toldData = async (
  reading: Reading,
  items: readonly ChangeItem[],
  pasts?: readonly (Past | undefined)[],
): Promise<readonly Data[]> => {
  const { models, view } = reading;
  const all = (pasts ?? (await toldPasts(reading, items))).map((past): Data => past?.data ?? {});
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
