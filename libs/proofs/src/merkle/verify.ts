import { emptyRoot, hashLength, nodeHash, sameHash, type Sha256 } from './hashing.js';

/** „This entry is in that log“: what it takes to see it, RFC 9162 2.1.3. */
export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  /** The leaf, already hashed (RFC 6962: SHA-256(0x00 ‖ entry)). */
  readonly leaf: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** „The later log only goes on where the earlier one ended“, RFC 9162 2.1.4. */
export interface ConsistencyClaim {
  readonly earlier: { readonly size: number; readonly root: Uint8Array };
  readonly later: { readonly size: number; readonly root: Uint8Array };
  readonly proof: readonly Uint8Array[];
}

const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const areHashes = (hashes: readonly Uint8Array[]): boolean =>
  hashes.every(({ length }) => length === hashLength);

/** True exactly if the entry stands at that place in a log of that size with that root. */
export const isIncluded = (
  sha256: Sha256,
  { index, size, leaf, proof, root }: InclusionClaim,
): boolean => {
  if (!isSize(index) || !isSize(size) || index >= size) return false;
  if (!areHashes([leaf, root, ...proof])) return false;
  let at = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = nodeHash(sha256, sibling, hash);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = nodeHash(sha256, hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameHash(hash, root);
};

/** True exactly if the earlier log is the beginning of the later one. */
export const isConsistent = (
  sha256: Sha256,
  { earlier, later, proof }: ConsistencyClaim,
): boolean => {
  if (!isSize(earlier.size) || !isSize(later.size) || earlier.size > later.size) return false;
  if (!areHashes([earlier.root, later.root, ...proof])) return false;
  if (earlier.size === later.size) return proof.length === 0 && sameHash(earlier.root, later.root);
  if (earlier.size === 0) return proof.length === 0 && sameHash(earlier.root, emptyRoot(sha256));
  const path = isPowerOfTwo(earlier.size) ? [earlier.root, ...proof] : [...proof];
  const [first, ...rest] = path;
  if (!first || proof.length === 0) return false;
  let [at, last] = [earlier.size - 1, later.size - 1];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  let [was, is] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      was = nodeHash(sha256, sibling, was);
      is = nodeHash(sha256, sibling, is);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      is = nodeHash(sha256, is, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameHash(was, earlier.root) && sameHash(is, later.root);
};

/** Not by shifting bits: a log may grow past 32 of them. */
const half = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;
const isPowerOfTwo = (value: number): boolean => Number.isInteger(Math.log2(value));
