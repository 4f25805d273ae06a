import { isBlank, type TableRow } from '../tables/table.js';
import type { ColumnKey } from './column-words.js';
import type { SheetRow } from './sheet-row.js';

/**
 * True where a field stands only in the first row of each group: the first measure has one, none comes again, and
 * most rows have none.
 */
export const areBlocks = (
  rows: readonly TableRow[],
  keyAt: (column: number) => ColumnKey | undefined,
): boolean => {
  const measures = rows.filter(({ cells }) =>
    cells.some((cell, column) => keyAt(column) === 'title' && !isBlank(cell)),
  );
  const fields = measures.map(
    ({ cells }) => cells.find((_, column) => keyAt(column) === 'field')?.text.trim() ?? '',
  );
  const named = fields.filter((name) => name !== '');
  return (
    fields[0] !== '' &&
    named.length > 1 &&
    named.length <= fields.length / 2 &&
    new Set(named).size === named.length
  );
};

/** The field of the first row of a group, for the rows below it that name none. */
export class FieldBlocks {
  private field: string | undefined;
  count = 0;

  pathOf(sheet: SheetRow, sections: readonly string[]): readonly string[] {
    if (!isBlank(sheet.cell('field'))) this.field = sheet.line('field');
    else if (this.field !== undefined && sections.length === 0) {
      this.count += 1;
      return [this.field];
    }
    return sections;
  }
}
