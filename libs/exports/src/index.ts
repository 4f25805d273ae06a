export { csv, measuresCsv } from './csv.js';
export { eventsJsonLines, measuresJson } from './json.js';
export type { MeasureExportRow } from './measure-export-row.js';
export { type Column, type Language, measureColumns } from './table.js';
