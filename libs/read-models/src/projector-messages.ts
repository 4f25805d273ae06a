import type { KeptStatus } from '@klimaspur/event-store';
import type { LevelReached } from './types.js';

/** What the projector's thread is given at its start. */
export interface ProjectorData {
  readonly log: string;
  readonly views: string;
  readonly triedAgainAfterMs?: readonly number[];
}

export type Order =
  | { readonly kind: 'rebuild' }
  | { readonly kind: 'heal'; readonly reason: string }
  | { readonly kind: 'replay'; readonly stream: string };

export type ToProjector =
  | { readonly kind: 'wake' | 'swapped' | 'close' }
  /** Answered by `done` with the same number. */
  | (Order & { readonly number: number });

export type FromProjector =
  | { readonly kind: 'level'; readonly reached: LevelReached }
  /** The built file may take the place of the old one; answered by `swapped`. */
  | { readonly kind: 'built'; readonly file: string }
  | { readonly kind: 'became'; readonly status: KeptStatus }
  /** `failure`: why it could not be done. */
  | {
      readonly kind: 'done';
      readonly number: number;
      readonly told: boolean;
      readonly failure?: string;
    };
