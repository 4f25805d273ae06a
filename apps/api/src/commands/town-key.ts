import { type Past, timeline } from '@klimaspur/domain';
import { nameBasedId } from '@klimaspur/event-store';

/** A municipality with a key has one place here, whoever founds it. */
export const idOfAgs = (ags: string): string => nameBasedId('ags', ags);

/**
 * Whether the place of a key is free, taken by the town that has this key, or by one that was founded under it by
 * mistake and has another since.
 */
export const placeOfKey = (history: readonly Past[], ags: string): 'free' | 'taken' | 'left' => {
  if (history.length === 0) return 'free';
  const founded = timeline(history).find(({ type }) => type === 'MunicipalityFounded');
  return founded?.data['ags'] === ags ? 'taken' : 'left';
};
