import type { Counts } from '@klimaspur/read-models';

interface Counted {
  readonly counts: Counts;
  readonly ownProjects: Counts;
}

/** Of all measures that are kept, whoever carries them out: for those who work on them. */
export const allCounted = (
  { counts, ownProjects }: Counted,
  what: 'total' | 'toBeClarified' = 'total',
): number => counts[what] + ownProjects[what];
