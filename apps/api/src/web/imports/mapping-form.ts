import {
  columnKeys,
  type ColumnMapping,
  type SheetReading,
  statusMeanings,
} from '@klimaspur/importers';
import { type Typed, typedList } from '../forms/typed.js';

const said = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value.trim() : '';
};
const known = <T extends string>(all: readonly T[], value: string): T | undefined =>
  all.find((one) => one === value);

/** How the table is to be read, as the form says it. What is left as it was guessed stays a guess. */
export const readMappingForm = (typed: Typed, reading: SheetReading): ColumnMapping => {
  const sheets = sheetsOf(typed, reading);
  const row = Number(said(typed, 'headingRow'));
  const asked = sheets[reading.sheet] === 'ignore';
  const dateOrder = known(['DMY', 'MDY'] as const, said(typed, 'dateOrder'));
  const headingRow = !asked && Number.isSafeInteger(row) && row > 0 ? { headingRow: row } : {};
  return {
    ...(Object.keys(sheets).length === 0 ? {} : { sheets }),
    ...headingRow,
    ...(dateOrder ? { dateOrder } : {}),
    // Another sheet, or another heading, has other columns.
    ...(asked || (row > 0 && row !== reading.headingRow)
      ? {}
      : { columns: columnsOf(typed, reading), statusWords: wordsOf(typed, reading) }),
  };
};

/** Only what differs from what would be read anyway, or was said before; nobody means none of them. */
const sheetsOf = (typed: Typed, { sheets, mapping }: SheetReading) => {
  const ticked = typedList(typed, 'sheets');
  if (ticked.length === 0) return {};
  const said = new Map(Object.entries(mapping.sheets ?? {}));
  return Object.fromEntries(
    sheets.flatMap(({ name, use }) => {
      const before = said.get(name);
      const isRead = ticked.includes(name);
      const now = isRead === (use === 'read') ? before : isRead ? 'read' : 'ignore';
      return now === undefined ? [] : [[name, now as 'read' | 'ignore'] as const];
    }),
  );
};

const columnsOf = (typed: Typed, { columns }: SheetReading) =>
  Object.fromEntries(
    columns.flatMap(({ letter, heading }) => {
      const target = known([...columnKeys, 'ignore'] as const, said(typed, `column.${letter}`));
      return target === undefined ? [] : [[heading, target] as const];
    }),
  );

const wordsOf = (typed: Typed, { statusWords }: SheetReading) =>
  Object.fromEntries(
    statusWords.flatMap(({ word }, index) => {
      const meaning = known(statusMeanings, said(typed, `word.${index}`));
      return meaning === undefined ? [] : [[word, meaning] as const];
    }),
  );
