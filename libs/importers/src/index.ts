export type * from './importer.js';
export { fileLimit } from './file-content.js';
export { readAmount } from './measures-csv/amount.js';
export { readSheetDate } from './measures-csv/sheet-date.js';
export { readImport } from './read-import.js';
