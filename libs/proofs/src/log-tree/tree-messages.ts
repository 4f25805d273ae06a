import type { TreeLevel, TreeTrouble } from './tree-keeper.js';

/** What the tree's thread is given at its start. */
export interface TreeWorkerData {
  readonly log: string;
  readonly file: string;
}

export type ToTree = 'wake' | 'rebuild' | 'close';

export type FromTree =
  | { readonly kind: 'reached'; readonly level: TreeLevel }
  | { readonly kind: 'stuck'; readonly why: TreeTrouble }
  | { readonly kind: 'rebuilt' };
