export { type TestCell, type TestSheet, workbook } from './workbook.js';
