export { clean, type CleanFile } from './clean.js';
export { FileStore } from './file-store.js';
export { refused } from './refuse.js';
