import { streamName } from '@klimaspur/event-store';
import { listSystem } from '@klimaspur/importers';
import type { Known, TownFile } from './import-target.js';

export const isList = ({ source }: TownFile): boolean => source.system === listSystem;

/** So many rows are asked whose measures they are; a list that came from elsewhere may have very many. */
const ASKED = 100;

/** The town that a list means: the only one of the name it gives, else that of the measures which it names by our ids. */
export const townOfList = async <Town extends { readonly id: string; readonly name: string }>(
  file: TownFile,
  known: Known,
  towns: readonly Town[],
): Promise<Town | undefined> => {
  const [named, ...others] = file.named ? towns.filter(({ name }) => name === file.name) : [];
  if (named && others.length === 0) return named;
  let left = ASKED;
  for (const { id } of file.plan.measures) {
    if (left-- === 0) break;
    if (id === undefined) continue;
    const [first] = await known.stream(streamName('measure', id), { limit: 1 });
    const found = first && towns.find((town) => town.id === first.data['municipality']);
    if (found) return found;
  }
  return undefined;
};
