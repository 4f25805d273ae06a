import { firstDay, type PartialDate } from '@klimaspur/domain';
import type { Table } from '../tables/table.js';
import type { GuessedColumn } from './guess-columns.js';
import { standsAbove } from './heading-row.js';
import type { OpenSheet } from './open-sheet.js';
import { readSheetTime } from './sheet-date.js';
import type { SheetReading } from './sheet-reading.js';
import type { SheetColumns } from './sheet-row.js';
import type { StatusWords } from './status-word-list.js';

const longestDay = 40;

/** The day that the sheet names; one in the future is none. */
export const standIn = ({ sample, heading }: OpenSheet, today: string): PartialDate | null => {
  const days = standsAbove(sample, heading).flatMap((said) => {
    const time = readSheetTime(said.slice(0, longestDay));
    return time?.exact && time.start !== undefined ? [time.start] : [];
  });
  return days.find((day) => firstDay(day) <= today) ?? null;
};

/** All that was understood, for somebody to look at and to correct. */
export const readingOf = (
  { table, heading, known }: OpenSheet,
  tables: readonly Table[],
  columns: readonly GuessedColumn[],
  { dateOrder, statusWords }: SheetColumns,
  words: StatusWords,
  standOn: PartialDate | null,
): SheetReading => ({
  sheets: tables.map(({ name, hidden }, index) => ({ name, hidden, known: known[index] ?? 0 })),
  sheet: table.name,
  headingRow: heading.row,
  columns,
  unplaced: columns.flatMap(({ heading: name, reason }) =>
    reason === 'unknown' || reason === 'taken' ? [name] : [],
  ),
  statusWords: words.list,
  standOn,
  mapping: {
    ...(table.name === '' ? {} : { sheet: table.name }),
    headingRow: heading.row,
    columns: Object.fromEntries(
      columns.flatMap(({ heading: name, target }) => (target === null ? [] : [[name, target]])),
    ),
    dateOrder,
    statusWords: {
      ...Object.fromEntries(
        words.list.flatMap(({ word, meaning }) => (meaning === null ? [] : [[word, meaning]])),
      ),
      ...statusWords,
    },
  },
});
