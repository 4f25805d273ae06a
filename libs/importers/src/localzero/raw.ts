import type { Row } from '../row.js';

/** Both kinds of LocalZero files, brought to one flat form before anything is translated. */
export interface RawFile {
  readonly towns: readonly RawTown[];
  /** Parents before their children, siblings in order. */
  readonly nodes: readonly RawNode[];
  /** True when the file has no towns at all, only their measures: the town is named later. */
  readonly withoutTowns: boolean;
  /** How the file names its models, for the list of what is not taken. */
  readonly models: { readonly town: string; readonly node: string; readonly group: string };
}

export interface RawTown {
  readonly key: string;
  readonly row: Row;
  /** „Wer beobachtet hier?“ */
  readonly group?: Row;
}

export interface RawNode {
  readonly key: string;
  readonly row: Row;
  /** Key of its town; absent where the file holds one town and does not repeat it. */
  readonly town?: string;
  readonly parent?: RawNode;
  /** How many children stand in the file. */
  children: number;
}

/** Deeper trees are no plan but an attack on whoever walks them. */
export const maxDepth = 200;
