import type { ImportedMunicipality, Source } from '@klimaspur/importers';
import type { Imported, ImportedKind, MunicipalityItem } from '@klimaspur/read-models';
import { derivedId, nameBasedId, type RecordedEvent } from '@klimaspur/event-store';
import { Refusal } from '../errors/refusal.js';

/** What an import asks about what is there already. */
export interface Known {
  towns(): Promise<readonly Pick<MunicipalityItem, 'id' | 'name' | 'slug' | 'ags'>[]>;
  /** What imports brought under this key and nobody took back, in all towns. */
  find(
    source: Source,
    kind: ImportedKind,
  ): Promise<readonly Pick<Imported, 'id' | 'municipality'>[]>;
  stream(name: string): Promise<readonly RecordedEvent[]>;
  /** The plans of a town. */
  plans(town: string): Promise<readonly { readonly id: string; readonly title: string }[]>;
  /** The plan in which a measure stands; null: in none, or there is no such measure. */
  planOf(measure: string): Promise<string | null>;
}

/** What a comparison needs beside the file. */
export interface ImportContext {
  readonly known: Known;
  readonly importId: string;
  readonly standOn: string | null;
  /** The plan somebody named. */
  readonly plan?: string;
  readonly now: string;
  /** False where rows were refused: then a measure that the file seems not to have may only be one of them. */
  readonly isWhole: boolean;
  /** Called after each measure. */
  readonly step: () => Promise<void>;
}

/** The town an import goes into: there already, or to be founded under this id. */
export interface Town {
  readonly id: string;
  readonly isNew: boolean;
}

/** A municipality with an AGS is the same one whoever founds it. */
export const idOfAgs = (ags: string): string => nameBasedId('ags', ags);

/**
 * Which town a part of the file speaks of: the one named by the user; else the one an earlier import brought
 * from the same source, or with the same AGS; else, where the file names none, the only one there is.
 */
export const townOf = async (
  imported: ImportedMunicipality,
  known: Known,
  named: string | undefined,
  importId: string,
): Promise<Town> => {
  const towns = await known.towns();
  if (named !== undefined) {
    const found = towns.find((town) => [town.id, town.name, town.slug].includes(named));
    if (!found) {
      const names = towns.map(({ name }) => name).join(', ') || 'none';
      throw new Refusal('import/town-unknown', { params: { town: named, towns: names } });
    }
    return { id: found.id, isNew: false };
  }
  const [before] = await known.find(imported.source, 'municipality');
  if (before) return { id: before.id, isNew: false };
  const sameAgs = towns.find((town) => imported.ags !== undefined && town.ags === imported.ags);
  if (sameAgs) return { id: sameAgs.id, isNew: false };
  const [only, ...others] = towns;
  if (!imported.named && only && others.length === 0) return { id: only.id, isNew: false };
  return {
    id: imported.ags ? idOfAgs(imported.ags) : derivedId(importId, `town ${imported.source.key}`),
    isNew: true,
  };
};
