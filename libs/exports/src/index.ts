export { csv, csvLines, measuresCsv, measuresCsvParts } from './csv.js';
export {
  eventsJsonLines,
  type ExportedCheckpoint,
  type ExportedEvent,
  type ExportedLeaf,
  measuresJson,
  measuresJsonParts,
} from './json.js';
export type { MeasureExportRow, Partner, StateTerm } from './measure-export-row.js';
export { type AtomEntry, type AtomFeed, atomOf, atomType } from './atom/atom.js';
export { type CalendarTable, calendarOf } from './calendar/calendar.js';
export type { CalendarDate } from './calendar/dates.js';
export type { Column, ColumnKind } from './column.js';
export type { Language } from './language.js';
export { measureColumns, tableColumns } from './table.js';
export { type ColumnWords, measuresXlsxParts, type TableSheet } from './xlsx/measures-xlsx.js';
