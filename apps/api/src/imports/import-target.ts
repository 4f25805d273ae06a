import type { Past } from '@klimaspur/domain';
import type { ImportedMunicipality, MeasureList, Source } from '@klimaspur/importers';
import type {
  Imported,
  ImportedKind,
  MeasureNames,
  MunicipalityItem,
} from '@klimaspur/read-models';
import {
  derivedId,
  type RecordedEvent,
  type StreamRange,
  streamName,
} from '@klimaspur/event-store';
import { idOfAgs, placeOfKey } from '../commands/town-key.js';
import { Refusal } from '../errors/refusal.js';
import { isList, townOfList } from './list-town.js';

/** What a file says of one town; its measures need not lie in memory. */
export type TownFile = ImportedMunicipality<MeasureList>;

export interface KnownPlanTitle {
  readonly id: string;
  readonly title: string;
}

/** The plan somebody named: one that is here, by id or title, or one to be begun unless it is here already. */
export type PlanWish = { readonly plan: string } | { readonly newTitle: string };

/** As options give it: a new one goes before one that is here. */
export const planWish = (
  plan: string | undefined,
  newTitle: string | undefined,
): { readonly plan?: PlanWish } => {
  if (newTitle !== undefined) return { plan: { newTitle } };
  return plan === undefined ? {} : { plan: { plan } };
};

/** What an import asks about what is there already. */
export interface Known {
  towns(): Promise<readonly Pick<MunicipalityItem, 'id' | 'name' | 'slug' | 'ags'>[]>;
  /** What imports brought under this key and nobody took back, in all towns. */
  find(
    source: Source,
    kind: ImportedKind,
  ): Promise<readonly Pick<Imported, 'id' | 'municipality' | 'plan'>[]>;
  stream(name: string, range?: StreamRange): Promise<readonly RecordedEvent[]>;
  /** The plans of a town. */
  plans(town: string): Promise<readonly KnownPlanTitle[]>;
  /** What the measures of a plan are and were called. */
  measureNames(plan: string): Promise<readonly MeasureNames[]>;
  /** The plan in which a measure stands; null: in none, or there is no such measure. */
  planOf(measure: string): Promise<string | null>;
}

/** What a comparison needs beside the file. */
export interface ImportContext {
  readonly known: Known;
  readonly importId: string;
  readonly standOn: string | null;
  readonly plan?: PlanWish;
  readonly now: string;
  /** False where rows were refused: then a measure that the file seems not to have may only be one of them. */
  readonly isWhole: boolean;
  /** Called after each measure. */
  readonly step: () => Promise<void>;
}

/** The town an import goes into: there already, or to be founded under this id and name. */
export interface Town {
  readonly id: string;
  readonly isNew: boolean;
  readonly name: string;
  /** An earlier part of the same file speaks of it: it is founded and counted there. */
  readonly isMet?: boolean;
  /** The list names another town than the one it is imported for. */
  readonly isStray?: boolean;
}

/** The other parts of a file beside one. */
export interface Beside {
  /** What the file calls the towns of the parts before, by their ids here. */
  readonly met: ReadonlyMap<string, string>;
  readonly namesSeveral: boolean;
}

/** The town somebody named: id, slug or name of one that is here; or what a new one is called. */
export interface TownWish {
  readonly town?: string;
  /** Counts where the file does not name its town. */
  readonly newTown?: string;
}

/**
 * Which town a part of the file speaks of: the one named by the user; else the one an earlier import brought
 * from the same source, or with the same AGS; else, where the file names none, the only one there is. A list of ours knows its
 * towns by their names and its measures.
 */
export const townOf = async (
  imported: TownFile,
  known: Known,
  { town: asked, newTown }: TownWish,
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
  const [before] = await known.find(imported.source, 'municipality');
  const found = before
    ? (towns.find(({ id }) => id === before.id) ?? { id: before.id, name: imported.name })
    : towns.find(({ ags }) => imported.ags !== undefined && ags === imported.ags);
  if (found) return there(found);
  const [only, ...others] = towns;
  if (!imported.named && only && others.length === 0) return there(only);
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
