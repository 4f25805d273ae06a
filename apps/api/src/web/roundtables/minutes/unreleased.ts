import type { Item } from '@klimaspur/domain';
import { conclusionAt } from './meeting.js';

/** The groups that did not agree, and have not said yet that this may be told. */
export const unreleased = (item: Item, meeting: string): string[] =>
  (conclusionAt(item, meeting)?.dissent ?? []).filter((actor) => !item.released.includes(actor));
