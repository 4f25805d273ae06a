import type { EventData } from '../catalogue.js';

/** Groups that did not agree to a conclusion, as it read at one revision. */
export interface Dissent {
  /** The entry of the conclusion. */
  readonly conclusion: string;
  readonly item: string;
  readonly revision: number;
  readonly groups: readonly string[];
}

export type Release = EventData<'RoundtableDissentReleased'> & { readonly revision: number };

/**
 * The conclusion that a group lets be told: the one that it names; where it names none, the newest that named the group
 * when the release was recorded. `dissents`: in the order in which they were recorded.
 */
export const releasedConclusion = (
  { conclusion, item, actor, revision }: Release,
  dissents: readonly Dissent[],
): string | undefined =>
  conclusion ??
  dissents.findLast(
    (dissent) =>
      dissent.item === item && dissent.revision < revision && dissent.groups.includes(actor),
  )?.conclusion;
