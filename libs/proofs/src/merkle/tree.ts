import { emptyRoot, nodeHash, type Sha256 } from './hashing.js';

/**
 * A hash of a full subtree: `level` 0 are the leaves; the node at `index` covers the leaves from index·2^level on.
 * Once written, such a hash never changes, however the log grows.
 */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
  readonly hash: Uint8Array;
}

/** Reads the hash of a full subtree that lies within the log. */
export type ReadNode = (level: number, index: number) => Uint8Array;

/**
 * The right edge of a growing log: takes a leaf, and gives the nodes that became full by it. On average two for each
 * leaf; it holds one hash for each bit of the size.
 */
export class TreeEdge {
  private constructor(
    private readonly sha256: Sha256,
    /** Full subtrees from left to right, each smaller than the one before. */
    private readonly full: { level: number; hash: Uint8Array }[],
    private count: number,
  ) {}

  static ofEmptyLog(sha256: Sha256): TreeEdge {
    return new TreeEdge(sha256, [], 0);
  }

  /** Goes on where a log of `size` entries stands. */
  static at(sha256: Sha256, size: number, read: ReadNode): TreeEdge {
    const full = subtreesOf(0, size).map(({ level, index }) => ({
      level,
      hash: read(level, index),
    }));
    return new TreeEdge(sha256, full, size);
  }

  get size(): number {
    return this.count;
  }

  append(leaf: Uint8Array): TreeNode[] {
    const nodes: TreeNode[] = [];
    let top = { level: 0, hash: leaf };
    let index = this.count;
    nodes.push({ ...top, index });
    for (let left = this.full.at(-1); left?.level === top.level; left = this.full.at(-1)) {
      this.full.pop();
      index = (index - 1) / 2;
      top = { level: top.level + 1, hash: nodeHash(this.sha256, left.hash, top.hash) };
      nodes.push({ ...top, index });
    }
    this.full.push(top);
    this.count += 1;
    return nodes;
  }

  root(): Uint8Array {
    return rootOf(
      this.sha256,
      this.full.map(({ hash }) => hash),
    );
  }
}

/** The root that a log had at an earlier size. */
export const rootAt = (sha256: Sha256, size: number, read: ReadNode): Uint8Array =>
  rangeHash(sha256, { from: 0, to: size }, read);

/** The hashes that show that the entry at `index` is in a log of `size` entries. Throws RangeError where it is not. */
export const inclusionProof = (
  sha256: Sha256,
  { index, size }: { readonly index: number; readonly size: number },
  read: ReadNode,
): Uint8Array[] => {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`No entry ${index} in a log of ${size}`);
  }
  return pathTo(index, 0, size).map((range) => rangeHash(sha256, range, read));
};

/** The hashes that show that a log of `later` entries goes on where one of `earlier` ended. Throws RangeError. */
export const consistencyProof = (
  sha256: Sha256,
  { earlier, later }: { readonly earlier: number; readonly later: number },
  read: ReadNode,
): Uint8Array[] => {
  if (!Number.isSafeInteger(earlier) || earlier < 0 || earlier > later) {
    throw new RangeError(`A log of ${later} entries never had ${earlier}`);
  }
  if (earlier === 0) return [];
  return subproof(earlier, { from: 0, to: later }, true).map((range) =>
    rangeHash(sha256, range, read),
  );
};

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Siblings from the leaf up to the root. */
const pathTo = (index: number, from: number, to: number): Range[] => {
  if (to - from === 1) return [];
  const middle = from + splitOf(to - from);
  return index < middle
    ? [...pathTo(index, from, middle), { from: middle, to }]
    : [...pathTo(index, middle, to), { from, to: middle }];
};

/** RFC 9162 2.1.4.1; `isOld`: the range is a whole earlier log, which the reader knows. */
const subproof = (earlier: number, { from, to }: Range, isOld: boolean): Range[] => {
  if (earlier === to - from) return isOld ? [] : [{ from, to }];
  const split = splitOf(to - from);
  const middle = from + split;
  return earlier <= split
    ? [...subproof(earlier, { from, to: middle }, isOld), { from: middle, to }]
    : [...subproof(earlier - split, { from: middle, to }, false), { from, to: middle }];
};

/** The largest power of two below `count`. */
const splitOf = (count: number): number => {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
};

/** The full subtrees that make up a range which begins at a multiple of its size, from left to right. */
const subtreesOf = (from: number, to: number): { level: number; index: number }[] => {
  const subtrees: { level: number; index: number }[] = [];
  for (let start = from; start < to;) {
    let level = 0;
    while (start % 2 ** (level + 1) === 0 && start + 2 ** (level + 1) <= to) level += 1;
    subtrees.push({ level, index: start / 2 ** level });
    start += 2 ** level;
  }
  return subtrees;
};

const rangeHash = (sha256: Sha256, { from, to }: Range, read: ReadNode): Uint8Array =>
  rootOf(
    sha256,
    subtreesOf(from, to).map(({ level, index }) => read(level, index)),
  );

/** Joins full subtrees from the right, the smallest first. */
const rootOf = (sha256: Sha256, hashes: readonly Uint8Array[]): Uint8Array =>
  hashes.length === 0
    ? emptyRoot(sha256)
    : hashes.reduceRight((right, left) => nodeHash(sha256, left, right));
