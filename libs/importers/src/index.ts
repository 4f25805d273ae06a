export type * from './importer.js';
export { fileLimit } from './file-content.js';
export { readImport } from './read-import.js';
