export { csv, measuresCsv, measuresCsvParts } from './csv.js';
export { eventsJsonLines, measuresJson, measuresJsonParts } from './json.js';
export type { MeasureExportRow } from './measure-export-row.js';
export { type Column, type ColumnKind, type Language, measureColumns } from './table.js';
