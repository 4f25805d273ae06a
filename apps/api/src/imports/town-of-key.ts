import { streamName } from '@klimaspur/event-store';
import type { Source } from '@klimaspur/importers';
import type { Known, TownFile } from './import-target.js';
import { isList } from './list-town.js';

interface NamedTown {
  readonly id: string;
  readonly name: string;
}

/** What a town was called when it was founded, and where that came from. */
export interface Founded {
  readonly name?: string;
  readonly source?: Source;
}

export const foundedIn = (first: { readonly data: object } | undefined): Founded =>
  ((first?.data as { text?: Founded } | undefined)?.text ?? {}) satisfies Founded;

const foundedOf = async (id: string, known: Known): Promise<Founded> =>
  foundedIn((await known.stream(streamName('municipality', id), { limit: 1 }))[0]);

/**
 * The town that an earlier file brought under the same key. Saved answers name it in a file of its own: its tasks
 * know only its key, and a town that was called after their file is the one whose key this is.
 */
export const townOfKey = async (
  { source, name }: TownFile,
  known: Known,
  towns: readonly NamedTown[],
): Promise<NamedTown | undefined> => {
  const fitting: NamedTown[] = [];
  for (const { id } of await known.find(source, 'municipality')) {
    const town = towns.find((each) => each.id === id) ?? { id, name };
    const history = await known.stream(streamName('municipality', id));
    const before = foundedIn(history[0]);
    if (before.source?.town === source.town) return town;
    const names = history.flatMap((event) => foundedIn(event).name ?? []);
    const isUnnamed = before.source?.town === undefined && new Set(names).size === 1;
    if (source.town === undefined || isUnnamed || names.includes(name)) fitting.push(town);
  }
  return fitting.length === 1 ? fitting[0] : undefined;
};

/** Keys of one system that differ are of two towns; a list has none. */
export const isOfOtherKey = async (
  file: TownFile,
  town: NamedTown,
  known: Known,
): Promise<boolean> => {
  const { source } = file;
  if (isList(file)) return false;
  const { source: other } = await foundedOf(town.id, known);
  return (
    other?.system === source.system &&
    isKey(other.key) &&
    isKey(source.key) &&
    other.key !== source.key
  );
};

/** Tasks that do not say of which town they are have 0. */
const isKey = (key: string) => key !== '0';

/** The name that the file of a town gives it, where it was called after that of its tasks. */
export const nameSaidLater = (file: TownFile, { name, source }: Founded): string | undefined =>
  file.named &&
  source?.system === file.source.system &&
  source.town === undefined &&
  file.source.town !== undefined &&
  name !== file.name
    ? file.name
    : undefined;
