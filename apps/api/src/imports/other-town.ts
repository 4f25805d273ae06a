import { fieldWords, reasonWords } from './field-words.js';
import type { TownImport } from './import-writes.js';
import type { Matched } from './match-measures.js';
import type { RefusedWish } from './stream-writes.js';

/**
 * A row that names another town than the one it is imported for, itself or by the id of a measure there: taken over it
 * would be there twice. Which town has that id, not everybody who imports may know.
 */
export const ofAnotherTown = (
  { town, file }: TownImport,
  { where, ownId = '', isElsewhere }: Matched,
): RefusedWish | undefined => {
  if (isElsewhere) return refused(where, 'id', ownId, 'row/of-another-town');
  return town.isStray
    ? refused(where, 'municipality', file.name, 'row/names-another-town')
    : undefined;
};

const refused = (where: string, column: string, value: string, reason: string): RefusedWish => ({
  ...{ where, value, reason },
  column: fieldWords('', column).de,
  words: reasonWords(reason, {}),
});
