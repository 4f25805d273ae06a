import type { Context } from '../context.js';
import type { ImportedMeasure, ImportedMunicipality } from '../importer.js';
import { Row } from '../row.js';
import { FieldPaths } from './field-paths.js';
import { recognise } from './headings.js';
import { readSheetMeasure } from './sheet-measure.js';
import { SheetRow } from './sheet.js';
import { readTable } from './table.js';
import { unguarded } from './unguarded.js';

/** Name under which a list of measures is remembered as a source. */
const listSystem = 'CSV';

/** A list of measures, or our own export of one. Undefined when the file is no such table. */
export const readMeasuresCsv = (
  text: string,
  context: Context,
): ImportedMunicipality | undefined => {
  const { report, fallbackName } = context;
  const table = readTable(text, report);
  if (table === undefined) return undefined;
  const headings = recognise(table.headings);
  const fields = new FieldPaths({ system: listSystem });
  const keys = new Map<string, string>();
  const measures = table.rows.flatMap(({ cells, number }): ImportedMeasure[] => {
    const values = Object.fromEntries(
      table.headings.map((name, index) => {
        const cell = cells[index] ?? '';
        return [name, headings.own ? unguarded(cell) : cell];
      }),
    );
    const row = new Row(`row ${number}`, values, report, headings.own);
    const measure = readSheetMeasure(new SheetRow(row, headings, context), keys, context);
    for (const column of headings.computed) row.leave('', column, 'computed');
    row.leaveTheRest('');
    if (measure === undefined) return [];
    const { path, ...content } = measure;
    const field = fields.keyOf(path);
    return [{ ...content, ...(field ? { field } : {}), order: fields.nextOrder(field) }];
  });
  const source = { system: listSystem, key: fallbackName };
  report.find('file', 'town-not-named', { name: fallbackName });
  return {
    source,
    name: fallbackName,
    named: false,
    plan: { source, title: fallbackName, fields: fields.fields, measures },
  };
};
