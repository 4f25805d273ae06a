import { fieldWords, reasonWords } from './field-words.js';
import type { MeasureHead } from './measure-head.js';
import type { RefusedWish } from './stream-writes.js';

/**
 * A row whose id is that of a measure of another town: taken over it would be there twice. Which town that is, not
 * everybody who imports may know.
 */
export const ofAnotherTown = ({ where, ownId = '' }: MeasureHead): RefusedWish => ({
  where,
  column: fieldWords('', 'id').de,
  value: ownId,
  reason: 'row/of-another-town',
  words: reasonWords('row/of-another-town', {}),
});
