import { createHash } from 'node:crypto';
import { isConsistent, isIncluded, type Sha256 } from '@klimaspur/proofs';
import { describeWith } from '../importers/real-files.js';

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();
const bytes = (base64: string | null) => new Uint8Array(Buffer.from(base64 ?? '', 'base64'));
const vectorsIn = <T>(file: Uint8Array) => JSON.parse(Buffer.from(file).toString()) as T[];

interface Vector {
  readonly name: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

describeWith('merkle/inclusion.json', 'the inclusion vectors of transparency-dev', (file) => {
  type Inclusion = Vector & { leafIdx: number; treeSize: number; root: string; leafHash: string };

  it('are judged as they say', () => {
    const vectors = vectorsIn<Inclusion>(file);
    expect(vectors.length).toBeGreaterThan(40);
    for (const { name, leafIdx, treeSize, root, leafHash, proof, wantErr } of vectors) {
      const claim = {
        index: leafIdx,
        size: treeSize,
        root: bytes(root),
        leaf: bytes(leafHash),
        proof: (proof ?? []).map(bytes),
      };
      expect([name, isIncluded(sha256, claim)]).toEqual([name, !wantErr]);
    }
  });
});

describeWith('merkle/consistency.json', 'the consistency vectors of transparency-dev', (file) => {
  type Consistency = Vector & { size1: number; size2: number; root1: string; root2: string };

  it('are judged as they say', () => {
    const vectors = vectorsIn<Consistency>(file);
    expect(vectors.length).toBeGreaterThan(40);
    for (const { name, size1, size2, root1, root2, proof, wantErr } of vectors) {
      const claim = {
        earlier: { size: size1, root: bytes(root1) },
        later: { size: size2, root: bytes(root2) },
        proof: (proof ?? []).map(bytes),
      };
      expect([name, isConsistent(sha256, claim)]).toEqual([name, !wantErr]);
    }
  });
});
