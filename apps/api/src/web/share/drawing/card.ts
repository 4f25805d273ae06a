import type { Status } from '@klimaspur/domain';
import type { Counts } from '../../charts/counts.js';

/** Wide, as link previews show it, or upright, as people post it. */
export const shapes = ['landscape', 'portrait'] as const;
export type Shape = (typeof shapes)[number];

/** The size of each picture in pixels. */
export const sizes: Readonly<Record<Shape, { readonly width: number; readonly height: number }>> = {
  landscape: { width: 1200, height: 630 },
  portrait: { width: 1080, height: 1350 },
};

/** All that stands on a picture, in finished words; the same card gives the same picture. */
export interface Card {
  readonly shape: Shape;
  /** The product, as every page calls it. */
  readonly product: string;
  /** What the title belongs to: the town, and the kind of thing. */
  readonly kicker: readonly string[];
  readonly title: string;
  /** The word of the bar in its look. */
  readonly badge?: { readonly look: Status | 'elsewhere'; readonly word: string };
  readonly fact?: string;
  /** How many measures stand where, with the words for the legend. */
  readonly bar?: {
    readonly counts: Counts;
    readonly words: Readonly<Record<Status, string>>;
    readonly numbers: Readonly<Record<Status, string>>;
  };
  /** Who says this, as of when, and for whom they do not speak. */
  readonly notes: readonly string[];
  /** Where to read on. */
  readonly address: string;
}
