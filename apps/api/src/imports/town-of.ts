import type { Past } from '@klimaspur/domain';
import { derivedId, streamName } from '@klimaspur/event-store';
import { idOfAgs, placeOfKey } from '../commands/town-key.js';
import { Refusal } from '../errors/refusal.js';
import type { Known, Town, TownFile, TownWish } from './import-target.js';
import { isList, townOfList } from './list-town.js';
import { isOfOtherKey, townOfKey } from './town-of-key.js';

/** The other parts of a file beside one. */
export interface Beside {
  /** What the file calls the towns of the parts before, by their ids here. */
  readonly met: ReadonlyMap<string, string>;
  readonly namesSeveral: boolean;
}

/**
 * Which town a part of the file speaks of: the one named by the user; else the one an earlier import brought
 * from the same source, or with the same AGS; else, where the file names none, the only one there is. A list of ours knows its
 * towns by their names and its measures.
 */
export const townOf = async (
  imported: TownFile,
  known: Known,
  { town: asked, newTown, isForNew }: TownWish,
  importId: string,
  { met, namesSeveral }: Beside,
): Promise<Town> => {
  const towns = await known.towns();
  const listed = isList(imported) ? await townOfList(imported, known, towns) : undefined;
  const founded = async (name: string): Promise<Town> => ({
    id: await newTownId(imported, known, importId),
    isNew: true,
    name,
  });
  if (asked !== undefined) {
    const found = towns.find(({ id, name, slug }) => [id, name, slug].includes(asked));
    const isStray = namesSeveral && imported.name !== asked && (!found || listed?.id !== found.id);
    if (found) return { ...there(found), ...(isStray ? { isStray } : {}) };
    // Where there is no other town, the name cannot be a slip.
    if (towns.length === 0) {
      return { ...(await founded(asked)), ...(isStray ? { isStray } : {}) };
    }
    const names = towns.map(({ name }) => name).join(', ');
    throw new Refusal('import/town-unknown', { params: { town: asked, towns: names } });
  }
  if (newTown !== undefined && !imported.named) {
    const found = towns.find(({ name }) => name === newTown);
    return found ? there(found) : founded(newTown);
  }
  if (listed) {
    const isTaken = (met.get(listed.id) ?? imported.name) !== imported.name;
    return isTaken ? founded(imported.name) : there(listed);
  }
  const found =
    (await townOfKey(imported, known, towns)) ??
    towns.find(({ ags }) => imported.ags !== undefined && ags === imported.ags);
  if (found) return there(found);
  const [only, ...others] = towns;
  const isOnly = only !== undefined && others.length === 0 && !isForNew;
  if (!imported.named && isOnly && !(await isOfOtherKey(imported, only, known))) return there(only);
  return founded(imported.name);
};

const there = ({ id, name }: { readonly id: string; readonly name: string }): Town => ({
  ...{ id, name },
  isNew: false,
});

const newTownId = async (
  { ags, source }: TownFile,
  known: Known,
  importId: string,
): Promise<string> => {
  const own = derivedId(importId, `town ${source.key}`);
  if (ags === undefined) return own;
  const id = idOfAgs(ags);
  const history = await known.stream(streamName('municipality', id));
  return placeOfKey(history as unknown as Past[], ags) === 'left' ? own : id;
};
