import type { ColumnKey } from './column-words.js';
import type { SheetRow } from './sheet-row.js';

const yes = new Set(['ja', 'yes', 'true', 'wahr', 'x', '1']);

/** Anything else, and nothing, is no. */
export const saysYes = (sheet: SheetRow, key: ColumnKey): boolean =>
  yes.has(sheet.line(key)?.toLowerCase() ?? '');
