import type { Table, TableRow } from '../tables/table.js';
import { Unreadable } from '../unreadable.js';
import { ownEntry } from '../own-entry.js';
import type { ColumnMapping } from './column-mapping.js';
import type { ColumnKey } from './column-words.js';
import { best, type HeadingRow } from './heading-row.js';
import type { SheetUse } from './sheet-reading.js';

/** A sheet with the first rows of it, and the heading among them. */
export interface LookedAt {
  readonly table: Table;
  readonly sample: readonly TableRow[];
  readonly heading: HeadingRow | undefined;
  readonly keys: ReadonlySet<ColumnKey>;
  readonly titles: ReadonlySet<string>;
}

/** What was said of a sheet: to read it, or not; undefined: it is looked at. */
export const askedOf = (
  { sheet, sheets }: ColumnMapping,
  tables: readonly Table[],
): ((table: Table) => 'read' | 'ignore' | undefined) => {
  if (sheet === undefined || sheet === '') return ({ name }) => ownEntry(sheets, name);
  const only = typeof sheet === 'string' ? [sheet] : sheet;
  const unknown = only.find((wanted) => tables.every(({ name }) => name !== wanted));
  if (unknown !== undefined) {
    throw new Unreadable('file/sheet-unknown', {
      sheet: unknown.slice(0, 80),
      sheets: namesOf(tables),
    });
  }
  return ({ name }) => (only.includes(name) ? 'read' : 'ignore');
};

export const namesOf = (tables: readonly Pick<Table, 'name'>[]): string =>
  tables
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 300);

const yearIn = (name: string): number => Number(/\b(?:19|20)\d\d\b/.exec(name)?.[0] ?? 0);

/** A heading with the title and more: measures stand below it. */
const isList = (sheet: LookedAt): boolean => knownIn(sheet) > 1;

const shared = <T>(some: ReadonlySet<T>, others: ReadonlySet<T>): number =>
  [...some].filter((one) => others.has(one)).length;

/** The same columns, or nearly: one of them may be missing, or one more be there. */
export const isAlike = (main: LookedAt, other: LookedAt): boolean => {
  if (other === main) return true;
  const both = shared(main.keys, other.keys);
  return isList(other) && both >= (main.keys.size + other.keys.size - both) * 0.6;
};

/**
 * The sheet with most known headings, of those somebody named, if any; of editions the latest. Several alike outweigh
 * one that knows more: „Kosten“ beside a sheet for each field. Our own workbook has one sheet of measures.
 */
export const mainOf = (
  sheets: readonly LookedAt[],
  asked: ReturnType<typeof askedOf>,
): LookedAt | undefined => {
  const named = sheets.filter(({ table }) => asked(table) === 'read');
  const open = sheets.filter(({ table }) => asked(table) === undefined && !table.hidden);
  const among = [named, open, sheets].find((some) => some.length > 0) ?? [];
  const fullest = best(among, knownIn);
  if (fullest?.keys.has('id')) return fullest;
  return best(among, (sheet) => {
    const group = sheet.heading ? among.filter((other) => isAlike(sheet, other)) : [];
    const known = group.reduce((sum, other) => sum + knownIn(other), 0);
    return known * 1_000_000 + knownIn(sheet) * 10_000 + yearIn(sheet.table.name);
  });
};

const knownIn = ({ heading }: LookedAt): number => heading?.known ?? 0;

/** More of the same titles are no chance. */
const sameMeasures = 0.3;

/** What becomes of each sheet. */
export const usesOf = (
  sheets: readonly LookedAt[],
  main: LookedAt,
  asked: ReturnType<typeof askedOf>,
): ReadonlyMap<LookedAt, SheetUse> => {
  const uses = new Map<LookedAt, SheetUse>();
  const titles = new Set(main.titles);
  for (const sheet of sheets) {
    const use = sheet === main ? 'read' : useOf(sheet, main, titles, asked(sheet.table));
    uses.set(sheet, use);
    if (use === 'read') for (const title of sheet.titles) titles.add(title);
  }
  return uses;
};

const useOf = (
  sheet: LookedAt,
  main: LookedAt,
  titles: ReadonlySet<string>,
  asked: 'read' | 'ignore' | undefined,
): SheetUse => {
  if (asked === 'ignore') return 'ignored';
  if (asked === undefined && sheet.table.hidden) return 'hidden';
  if (!isList(sheet)) return 'no-table';
  if (asked === 'read') return 'read';
  if (!isAlike(main, sheet)) return 'other-columns';
  const again = shared(sheet.titles, titles) > sheet.titles.size * sameMeasures;
  return again ? 'same-measures' : 'read';
};
