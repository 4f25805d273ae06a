export { clean, type CleanFile } from './clean.js';
export { FileStore } from './file-store.js';
export { MOST_MEGAPIXELS } from './pictures.js';
export { refused } from './refuse.js';
