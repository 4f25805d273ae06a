import type { Day } from '@klimaspur/domain';
import type { Reading } from '../reading/reader.js';

export interface Trend {
  /** Only what stands in this plan. */
  readonly plan?: string | undefined;
}

/** A trend begins with the first day that anything is dated for. */
export const beginningOf = (
  { models, view }: Reading,
  town: string,
): { readonly from: Day; readonly recordedSince: Day | null } => {
  const { firstDay, recordedSince } = models.beginnings(town, view);
  return { from: firstDay ?? recordedSince ?? view.asOf, recordedSince };
};
