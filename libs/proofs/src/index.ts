export { commitment, type Leafed, leafHash, NotALeaf, withoutText } from './leaf.js';
