export { csv, measuresCsv, measuresCsvParts } from './csv.js';
export { eventsJsonLines, measuresJson, measuresJsonParts } from './json.js';
export type { MeasureExportRow, Partner } from './measure-export-row.js';
export type { Column, ColumnKind } from './column.js';
export type { Language } from './language.js';
export { measureColumns } from './table.js';
export { type ColumnWords, measuresXlsxParts } from './xlsx/measures-xlsx.js';
