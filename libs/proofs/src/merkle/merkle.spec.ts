import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Sha256 } from './hashing.js';
import { consistencyProof, inclusionProof, type ReadNode, rootAt, TreeEdge } from './tree.js';
import { isConsistent, isIncluded } from './verify.js';

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();

/** RFC 6962 2.1, word for word: the slow tree that everything is compared with. */
const naiveRoot = (leaves: readonly Uint8Array[]): Uint8Array => {
  if (leaves.length === 0) return sha256(new Uint8Array());
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)].map(naiveRoot);
  return sha256(Buffer.concat([Buffer.of(1), left!, right!]));
};

const leafOf = (n: number): Uint8Array => sha256(Buffer.from([0, n & 255, n >> 8]));

const grown = (size: number) => {
  const leaves = Array.from({ length: size }, (_, n) => leafOf(n));
  const nodes = new Map<string, Uint8Array>();
  const edge = TreeEdge.ofEmptyLog(sha256);
  for (const leaf of leaves) {
    for (const { level, index, hash } of edge.append(leaf)) nodes.set(`${level}/${index}`, hash);
  }
  const read: ReadNode = (level, index) => {
    const hash = nodes.get(`${level}/${index}`);
    if (!hash) throw new Error(`No node ${level}/${index}`);
    return hash;
  };
  return { leaves, nodes, edge, read };
};

const size = fc.integer({ min: 1, max: 300 });

describe('a Merkle log', () => {
  it('has the root of RFC 6962, at every size it ever had', () => {
    const { leaves, read } = grown(130);
    for (let at = 0; at <= 130; at += 1) {
      expect(Buffer.from(rootAt(sha256, at, read))).toEqual(
        Buffer.from(naiveRoot(leaves.slice(0, at))),
      );
    }
  });

  it('goes on from its stored nodes as if it had never stopped', () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 0, max: 50 }), (before, more) => {
        const whole = grown(before + more);
        const edge = TreeEdge.at(sha256, before, grown(before).read);
        for (const leaf of whole.leaves.slice(before)) edge.append(leaf);
        expect([edge.size, Buffer.from(edge.root())]).toEqual([
          before + more,
          Buffer.from(whole.edge.root()),
        ]);
      }),
    );
  });

  it('stores less than two nodes for each entry', () => {
    expect(grown(1000).nodes.size).toBeLessThan(2000);
  });

  it('proves that an entry is in it, at its own place and no other', () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (count, a, b) => {
        const { leaves, edge, read } = grown(count);
        const [index, other] = [a % count, b % count];
        const proof = inclusionProof(sha256, { index, size: count }, read);
        const claim = { index, size: count, leaf: leaves[index]!, proof, root: edge.root() };
        expect(isIncluded(sha256, claim)).toBe(true);
        expect(isIncluded(sha256, { ...claim, leaf: leaves[other]! })).toBe(index === other);
      }),
    );
  });

  it('proves that it only went on where it ended', () => {
    fc.assert(
      fc.property(size, fc.nat(), (count, n) => {
        const { leaves, edge, read } = grown(count);
        const earlier = n % (count + 1);
        const proof = consistencyProof(sha256, { earlier, later: count }, read);
        const was = { size: earlier, root: naiveRoot(leaves.slice(0, earlier)) };
        const is = { size: count, root: edge.root() };
        expect(isConsistent(sha256, { earlier: was, later: is, proof })).toBe(true);
        const forged = naiveRoot([...leaves.slice(0, earlier).slice(0, -1), leafOf(9999)]);
        expect(isConsistent(sha256, { earlier: { ...was, root: forged }, later: is, proof })).toBe(
          false,
        );
      }),
    );
  });

  it('refuses a proof in which anything was changed, left out, added or swapped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 300 }),
        fc.nat(),
        fc.nat(),
        fc.nat({ max: 255 }),
        (count, a, b, bit) => {
          const { leaves, edge, read } = grown(count);
          const index = a % count;
          const proof = inclusionProof(sha256, { index, size: count }, read);
          const claim = { index, size: count, leaf: leaves[index]!, proof, root: edge.root() };
          const at = b % proof.length;
          const flipped = Uint8Array.from(proof[at]!);
          flipped[bit >> 3]! ^= 1 << (bit & 7);
          const wrong = [
            proof.with(at, flipped),
            proof.toSpliced(at, 1),
            proof.toSpliced(at, 0, proof[at]!),
            [...proof, edge.root()],
          ];
          for (const changed of wrong)
            expect(isIncluded(sha256, { ...claim, proof: changed })).toBe(false);
        },
      ),
    );
  });

  it('has no proof for what it never held', () => {
    const { read } = grown(5);
    expect(() => inclusionProof(sha256, { index: 5, size: 5 }, read)).toThrow(RangeError);
    expect(() => consistencyProof(sha256, { earlier: 6, later: 5 }, read)).toThrow(RangeError);
  });
});
