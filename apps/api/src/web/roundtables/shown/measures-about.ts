import type { MeasureItem, RoundtableDetail } from '@klimaspur/read-models';
import type { Reading } from '../../../reading/reader.js';

/** The measures that items of a table are about, or that came of them, as far as the reader may see them. */
export const measuresAbout = (
  { items }: Pick<RoundtableDetail, 'items'>,
  { models, view }: Pick<Reading, 'models' | 'view'>,
): ReadonlyMap<string, Pick<MeasureItem, 'id' | 'title'>> => {
  const ids = items.flatMap(({ measure, takenUp }) => [
    ...(measure === null ? [] : [measure]),
    ...takenUp.map((taken) => taken.measure),
  ]);
  const found = [...new Set(ids)].flatMap((id) => models.measure(id, view) ?? []);
  return new Map(found.map((measure) => [measure.id, measure]));
};
