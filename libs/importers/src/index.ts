export { fileLimit } from './file-content.js';
export type * from './importer.js';
export type { ColumnMapping, ColumnTarget } from './measures-table/column-mapping.js';
export { type ColumnKey, columnKeys } from './measures-table/column-words.js';
export type { GuessedColumn, GuessReason } from './measures-table/guess-columns.js';
export type { SheetReading } from './measures-table/sheet-reading.js';
export { readMapping } from './measures-table/read-mapping.js';
export {
  type StatusMeaning,
  statusMeanings,
  type StatusWord,
} from './measures-table/status-words.js';
export { readPlainAmount, type Unit } from './measures-table/amount.js';
export { listSystem } from './measures-table/rows-by-plan.js';
export { readSheetDate } from './measures-table/sheet-date.js';
export { readableName } from './readable-name.js';
export { readImport, readImportSteps } from './read-import.js';
export { Unreadable } from './unreadable.js';
