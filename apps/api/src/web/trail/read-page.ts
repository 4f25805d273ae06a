import type { Past } from '@klimaspur/domain';
import type { EntryFilter, EntryItem, EntryPage, EntryPlace } from '@klimaspur/read-models';
import type { Reading } from '../../reading/reader.js';
import { toldPasts } from '../../reading/told-data.js';

const PER_PAGE = 50;

/** An entry with what the asker may read of it. */
export interface ToldItem {
  readonly item: EntryItem;
  readonly past: Past;
}

export interface ToldPage extends Pick<EntryPage, 'older' | 'newer'> {
  readonly told: readonly ToldItem[];
}

/**
 * A page of a trail without entries of which nothing may be told, such as those about fields that hold drafts alone. In
 * their place stand the next ones, so that nobody can tell how many they are.
 */
export const readPage = async (reading: Reading, filter: EntryFilter): Promise<ToldPage> => {
  const { limit = PER_PAGE } = filter;
  let page = reading.models.entries({ ...filter, limit }, reading.view);
  const upwards = isUpwards(filter.page) && page.newer !== null;
  let told = await toldOf(reading, page.items);
  if (told.length === page.items.length) return { ...page, told };
  const { older, newer } = page;
  const further = () => (upwards ? page.newer : page.older);
  for (let cursor = further(); cursor !== null && told.length < limit; cursor = further()) {
    const place: EntryPlace = upwards ? { after: cursor } : { before: cursor };
    const next = { ...filter, limit: limit - told.length, page: place };
    page = reading.models.entries(next, reading.view);
    const there = new Set(told.map(({ item }) => item.entry));
    const more = await toldOf(
      reading,
      page.items.filter(({ entry }) => !there.has(entry)),
    );
    told = upwards ? [...more, ...told] : [...told, ...more];
  }
  return upwards ? { told, older, newer: page.newer } : { told, older: page.older, newer };
};

const isUpwards = (page: EntryPlace | undefined): boolean =>
  page === 'oldest' || (typeof page === 'object' && 'after' in page);

const toldOf = async (
  reading: Reading,
  items: readonly EntryItem[],
): Promise<readonly ToldItem[]> => {
  const pasts = await toldPasts(reading, items);
  return items.flatMap((item, at) => {
    const past = pasts[at];
    return past ? [{ item, past }] : [];
  });
};
