export { fromHex, toHex } from './hex.js';
export {
  judgeProof,
  judgeSigned,
  type Known,
  type ProofFault,
  type Proven,
  type Refuted,
  type SignedHead,
  type Tools,
} from './judge-proof.js';
export { isCommitment, type Leafed, type Leaves, leavesWith, NotALeaf } from './leaf.js';
export { commitment, leafHash, nodeSha256, nodeVerifyEd25519, withoutText } from './node.js';
export {
  LogTree,
  type LogTreeOptions,
  type TreeHead,
  type TreeMoment,
} from './log-tree/log-tree.js';
export { levelOfTree, type TreeEntry } from './log-tree/tree-file.js';
export type { TreeTrouble } from './log-tree/tree-keeper.js';
export { emptyRoot, nodeHash, type Sha256 } from './merkle/hashing.js';
export {
  consistencyProof,
  inclusionProof,
  type ReadNode,
  rootAt,
  TreeEdge,
  type TreeNode,
} from './merkle/tree.js';
export {
  type ConsistencyClaim,
  type InclusionClaim,
  isConsistent,
  isIncluded,
} from './merkle/verify.js';
export { type Checkpoint, parseCheckpoint, writeCheckpoint } from './note/checkpoint.js';
export {
  isSignedBy,
  keyIdOf,
  NotANote,
  type Note,
  type NoteKey,
  type NoteSignature,
  parseKey,
  parseNote,
  toBase64,
  type VerifyEd25519,
  writeKey,
  writeNote,
} from './note/note.js';
export { parseTlogProof, type TlogProof, writeTlogProof } from './note/tlog-proof.js';
export {
  type KeptCheckpoints,
  LogSigner,
  type LogSignerOptions,
  type Signed,
  type SignedCheckpoint,
  type SigningRefused,
} from './signing/log-signer.js';
export { SigningKey } from './signing/signing-key.js';
export { type ProofWords, tellProof, type ToldProof } from './tell-proof.js';
