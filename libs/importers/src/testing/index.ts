export { type TestCell, type TestSheet, workbook, workbookParts, zipped } from './workbook.js';
