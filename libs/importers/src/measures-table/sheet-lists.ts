import type { EventData } from '@klimaspur/domain';
import { readAmount } from './amount.js';
import { itemsOf, partsOfLines } from './list-cells.js';
import { readSheetDate } from './sheet-date.js';
import type { SheetRow } from './sheet-row.js';
import { fundingStateIn, stepStateIn } from './terms.js';

type Text = NonNullable<EventData<'MeasureDescribed'>['text']>;
type ListKey = 'targetGroups' | 'steps' | 'indicators' | 'funding' | 'papers' | 'classes';
type Lists = Pick<Text, ListKey>;

/** The first names an item; the others may be missing. */
const said = <K extends string>(names: readonly K[], parts: readonly string[]) =>
  Object.fromEntries(
    names.flatMap((name, index) => (parts[index] ? [[name, parts[index]]] : [])),
  ) as Record<K, string>;

/** What a part of an item means; one that means nothing makes the cell unreadable. */
const known = <T>(value: T | undefined): T => {
  if (value === undefined) throw new SyntaxError();
  return value;
};

const ofOurs: {
  readonly [K in ListKey]: (parts: readonly string[]) => NonNullable<Lists[K]>[number];
} = {
  targetGroups: ([name = '']) => name,
  steps: (parts) => {
    const { text, start, end, state } = said(['text', 'start', 'end', 'state'], parts);
    return {
      text,
      ...(start ? { start: known(readSheetDate(start)) } : {}),
      ...(end ? { end: known(readSheetDate(end)) } : {}),
      ...(state ? { state: known(stepStateIn(state)) } : {}),
    };
  },
  indicators: (parts) => said(['name', 'unit', 'baseline', 'target'], parts),
  funding: (parts) => {
    const { source, amount, state } = said(['source', 'amount', 'state'], parts);
    return {
      source,
      ...(amount ? { amountCents: known(readAmount(amount, 'EUR', 2)).value } : {}),
      ...(state ? { state: known(fundingStateIn(state)) } : {}),
    };
  },
  papers: (parts) => said(['number', 'title', 'url'], parts),
  classes: (parts) => said(['scheme', 'code', 'label'], parts),
};

const ofStrangers: {
  readonly [K in ListKey]: (cell: string) => readonly NonNullable<Lists[K]>[number][];
} = {
  targetGroups: (cell) => itemsOf(cell, /[\n;,]/),
  steps: (cell) => itemsOf(cell, /\n/).map((text) => ({ text })),
  indicators: (cell) => itemsOf(cell).map((name) => ({ name })),
  funding: (cell) => itemsOf(cell).map((source) => ({ source })),
  papers: (cell) => itemsOf(cell, /[\n;,]/).map((number) => ({ number })),
  classes: () => [],
};

const keys = Object.keys(ofOurs) as readonly ListKey[];

/** The lists of a sheet that stand in one cell each. */
export const listsOf = (sheet: SheetRow): Lists =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const cell = sheet.text(key);
      if (cell === undefined) return [];
      const items = sheet.own ? ownItems(sheet, key, cell) : strangersItems(sheet, key, cell);
      return items.length === 0 ? [] : [[key, items]];
    }),
  ) as Lists;

/** How long an item may be, and how many there may be of them. */
const limits: Readonly<Record<ListKey, readonly [length: number, count: number]>> = {
  targetGroups: [200, 30],
  steps: [1000, 100],
  indicators: [300, 30],
  funding: [300, 30],
  papers: [120, 100],
  classes: [0, 0],
};

/** What is no list but a text stands in the remarks. */
const strangersItems = (sheet: SheetRow, key: ListKey, cell: string): readonly unknown[] => {
  const items = ofStrangers[key](cell);
  const [length, count] = limits[key];
  const longest = Math.max(0, ...items.map(wordsOf).map((words) => words.length));
  if (longest <= length && items.length <= count) return items;
  sheet.moveToRemarks(key, longest, length);
  return [];
};

const wordsOf = (item: string | object): string =>
  typeof item === 'string' ? item : String(Object.values(item)[0]);

const ownItems = (sheet: SheetRow, key: ListKey, cell: string): readonly unknown[] => {
  try {
    return partsOfLines(cell).map((parts) => ofOurs[key](parts));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    sheet.row.refuse(sheet.columnOf(key), cell, 'field/unknown-word');
    return [];
  }
};
