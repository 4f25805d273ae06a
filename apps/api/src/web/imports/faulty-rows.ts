import { placeIn, type Translate } from '@klimaspur/messages';
import type { ImportReport } from '../../imports/run-import.js';
import type { FormError } from '../components/error-summary.js';

/** So many are named; all of them stand in the table of what is refused. */
const NAMED = 5;

/** Why nothing is taken over: the places that are refused, as a problem of the field that leaves them out. */
export const faultyRows = (
  refused: ImportReport['refused'],
  t: Translate,
): readonly FormError[] => {
  const places = [...new Set(refused.map(({ where }) => placeIn(where, t)))];
  const more = places.length - NAMED;
  const named = [
    ...places.slice(0, NAMED),
    ...(more > 0 ? [t('import.more', { count: more })] : []),
  ].join(', ');
  const text = t('import.faulty', { count: places.length, places: named });
  return [{ name: 'acceptGoodRows', text }];
};
