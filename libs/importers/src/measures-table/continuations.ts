import type { Table } from '../tables/table.js';

/** What our own workbook says behind a cell that was full. */
export interface Continuations {
  of(id: string, heading: string): string;
}

export const continuationSheets: ReadonlySet<string> = new Set(['Fortsetzungen', 'Continuations']);

/** A spreadsheet takes a limited number of signs in one cell; our export puts the rest of a long text on a sheet of its own. */
export const continuations = (tables: readonly Table[]): Continuations | undefined => {
  const table = tables.find(({ name }) => continuationSheets.has(name));
  if (!table) return undefined;
  const rests = new Map<string, string>();
  const key = (id: string, heading: string) => `${id} ${heading}`;
  for (const { cells } of table.rows()) {
    const [id = '', heading = '', text = ''] = Array.from(cells, (cell) => cell?.text ?? '');
    rests.set(key(id, heading), (rests.get(key(id, heading)) ?? '') + text);
  }
  return { of: (id, heading) => rests.get(key(id, heading)) ?? '' };
};
