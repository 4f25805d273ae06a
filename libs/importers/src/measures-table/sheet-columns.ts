import type { TableRow } from '../tables/table.js';
import type { ColumnMapping } from './column-mapping.js';
import { type ColumnKey, plainHeading } from './column-words.js';
import { type GuessedColumn, isOwnSheet } from './guess-columns.js';
import { dateOrderOf } from './sheet-date.js';
import type { SheetColumns } from './sheet-row.js';
import type { StatusMeaning } from './status-words.js';

export const keysByColumn =
  (guessed: readonly GuessedColumn[]) =>
  (column: number): ColumnKey | undefined => {
    const target = guessed[column]?.target;
    return target === null || target === 'ignore' ? undefined : target;
  };

/** How the cells of a sheet are to be read, by what its columns were taken for. */
export const columnsOf = (
  guessed: readonly GuessedColumn[],
  names: readonly string[],
  rows: readonly TableRow[],
  mapping: ColumnMapping,
): SheetColumns => {
  const byKey = new Map<ColumnKey, string[]>();
  for (const { target, heading } of guessed) {
    if (target === null || target === 'ignore') continue;
    byKey.set(target, [...(byKey.get(target) ?? []), heading]);
  }
  const because = (is: (column: GuessedColumn) => boolean) =>
    guessed.filter(is).map(({ heading }) => heading);
  const own = isOwnSheet(names, mapping);
  return {
    byKey,
    left: [
      ...because(({ reason }) => reason === 'computed').map((heading) => ({
        heading,
        reason: 'computed' as const,
      })),
      ...because(({ reason }) => reason === 'personal').map((heading) => ({
        heading,
        reason: 'personal' as const,
      })),
      ...because(({ target }) => target === 'ignore').map((heading) => ({
        heading,
        reason: 'ignored' as const,
      })),
    ],
    own,
    dateOrder:
      mapping.dateOrder ??
      dateOrderOf(rows.flatMap(({ cells }) => cells.map((cell) => cell?.text ?? ''))),
    shares: areShares(guessed, rows),
    statusWords: { ...usualWords(byKey.get('status')?.[0]), ...mapping.statusWords },
  };
};

/** 0 · 0,5 · 1 in every row: then 1 is the whole, not one in a hundred. */
const areShares = (guessed: readonly GuessedColumn[], rows: readonly TableRow[]): boolean => {
  const column = guessed.findIndex(({ target }) => target === 'percent');
  const numbers = rows
    .map(({ cells }) => cells[column]?.text.trim() ?? '')
    .filter((said) => /^\d+(?:[.,]\d+)?$/.test(said))
    .map((said) => Number(said.replace(',', '.')));
  return numbers.some((value) => !Number.isInteger(value)) && numbers.every((value) => value <= 1);
};

const yesOrNo = {
  ja: 'COMPLETED',
  nein: 'PLANNED',
  yes: 'COMPLETED',
  no: 'PLANNED',
  wahr: 'COMPLETED',
  falsch: 'PLANNED',
  true: 'COMPLETED',
  false: 'PLANNED',
  x: 'COMPLETED',
} as const;

/**
 * Words that only their heading explains: LocalZero's are numbers, and a table made of its data still calls the
 * column by its name there; „Umgesetzt?“ is answered with yes or no.
 */
const usualWords = (heading = ''): Readonly<Record<string, StatusMeaning>> => {
  const name = plainHeading(heading);
  if (
    /^(?:umgesetzt|erledigt|abgeschlossen|fertiggestellt|beendet|done|implemented|completed)$/.test(
      name,
    )
  )
    return yesOrNo;
  return name === 'execution status'
    ? { 0: 'NOTHING', 2: 'IN_PROGRESS', 4: 'COMPLETED', 6: 'DELAYED', 8: 'ABANDONED' }
    : {};
};
