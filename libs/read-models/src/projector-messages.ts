import type { LevelReached } from './types.js';

/** What the projector's thread is given at its start. */
export interface ProjectorData {
  readonly log: string;
  readonly views: string;
}

export type ToProjector = 'wake' | 'rebuild' | 'swapped' | 'close';

export type FromProjector =
  | { readonly kind: 'level'; readonly reached: LevelReached }
  /** The built file may take the place of the old one; answered by `swapped`. */
  | { readonly kind: 'built'; readonly file: string }
  | { readonly kind: 'rebuilt' }
  | { readonly kind: 'failed'; readonly message: string };
