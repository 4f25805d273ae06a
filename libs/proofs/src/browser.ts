/** What a page in the browser needs of this room, and nothing that needs Node: the build of apps/web takes it as its door. */
export { judgeProof, type Known, type Proven, type Refuted } from './judge-proof.js';
export { type ProofWords, tellProof, type ToldProof } from './tell-proof.js';
