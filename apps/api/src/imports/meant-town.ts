import { Refusal } from '../errors/refusal.js';
import { otherTownsLeft, type ImportFinding } from './import-findings.js';
import type { Known, TownFile, TownWish } from './import-target.js';
import { isList } from './list-town.js';
import { townOfKey } from './town-of-key.js';

export interface Meant {
  readonly files: readonly TownFile[];
  readonly findings: readonly ImportFinding[];
}

/**
 * One town was named for a file that holds several: the part that is of this town is taken, and the others are named.
 * Where none of them is, or it cannot be told which, nothing is put where it does not belong.
 */
export const meantTowns = async (
  files: readonly TownFile[],
  { town, newTown }: TownWish,
  known: Known,
): Promise<Meant> => {
  const asked = town ?? (files.every(({ named }) => !named) ? newTown : undefined);
  const isOne = files.length < 2 || files.some(isList);
  if (asked === undefined || isOne) return { files, findings: [] };
  const towns = await known.towns();
  const here = towns.find(({ id, name, slug }) => [id, name, slug].includes(asked));
  const fitting: TownFile[] = [];
  for (const file of files) {
    const isCalledSo = file.named && [asked, here?.name].includes(file.name);
    const isHere = here !== undefined && (await townOfKey(file, known, towns))?.id === here.id;
    if (isCalledSo || isHere) fitting.push(file);
  }
  const names = (of: readonly TownFile[]) => of.map(({ name }) => name).join(', ');
  if (fitting.length !== 1) {
    throw new Refusal('import/several-towns', {
      params: { town: here?.name ?? asked, towns: names(files) },
    });
  }
  const left = files.filter((file) => !fitting.includes(file));
  return { files: fitting, findings: [otherTownsLeft(names(fitting), names(left))] };
};
