export { clean, type CleanFile } from './clean.js';
export { FileStore } from './file-store.js';
export { OneByOne } from './one-by-one.js';
export { pngOf } from './pictures.js';
export { refused } from './refuse.js';
export { sniff } from './sniff.js';
