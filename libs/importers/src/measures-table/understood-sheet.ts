import { firstDay, type PartialDate } from '@klimaspur/domain';
import type { ColumnMapping } from './column-mapping.js';
import type { GuessedColumn } from './guess-columns.js';
import { standsAbove } from './heading-row.js';
import type { OpenFile, OpenSheet } from './open-sheet.js';
import type { ReadSheet } from './read-sheets.js';
import { readSheetTime } from './sheet-date.js';
import type { SheetReading } from './sheet-reading.js';
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
  { main: { table, heading }, found }: OpenFile,
  { sheet, sheets }: ColumnMapping,
  columns: readonly GuessedColumn[],
  read: readonly ReadSheet[],
  words: StatusWords,
  standOn: PartialDate | null,
): SheetReading => ({
  sheets: found,
  sheet: table.name,
  headingRow: heading.row,
  columns,
  unplaced: columns.flatMap(({ heading: name, reason }) =>
    reason === 'unknown' || reason === 'taken' ? [name] : [],
  ),
  statusWords: words.list,
  standOn,
  mapping: {
    ...(sheet === undefined ? {} : { sheet }),
    ...(sheets === undefined ? {} : { sheets }),
    headingRow: heading.row,
    columns: Object.fromEntries(
      columns.flatMap(({ heading: name, target }) => (target === null ? [] : [[name, target]])),
    ),
    ...(read[0] ? { dateOrder: read[0].columns.dateOrder } : {}),
    statusWords: {
      ...Object.fromEntries(
        words.list.flatMap(({ word, meaning }) => (meaning === null ? [] : [[word, meaning]])),
      ),
      ...Object.fromEntries(read.flatMap((one) => Object.entries(one.columns.statusWords))),
    },
  },
});
