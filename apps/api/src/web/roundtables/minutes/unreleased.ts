import type { Conclusion, Item } from '@klimaspur/domain';
import { conclusionAt } from './meeting.js';

/** The groups that did not agree, and have not said yet that this may be told in these words. */
export const unreleased = (item: Item, meeting: string): string[] =>
  unreleasedIn(conclusionAt(item, meeting));

export const unreleasedIn = (concluded: Conclusion | undefined): string[] =>
  (concluded?.dissent ?? []).filter(
    (group) => !concluded?.releases.some(({ actor }) => actor === group),
  );
