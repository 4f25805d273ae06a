import type { ColumnMapping } from './column-mapping.js';
import { type ColumnKey, plainHeading } from './column-words.js';
import { type GuessedColumn, isOwnSheet } from './guess-columns.js';
import type { OpenSheet } from './open-sheet.js';
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
  open: OpenSheet,
  mapping: ColumnMapping,
): SheetColumns => {
  const byKey = new Map<ColumnKey, string[]>();
  for (const { target, heading } of guessed) {
    if (target === null || target === 'ignore') continue;
    byKey.set(target, [...(byKey.get(target) ?? []), heading]);
  }
  const because = (is: (column: GuessedColumn) => boolean) =>
    guessed.filter(is).map(({ heading }) => heading);
  const own = isOwnSheet(open.heading.names, mapping);
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
      dateOrderOf(open.sample.flatMap(({ cells }) => cells.map((cell) => cell?.text ?? ''))),
    statusWords: { ...usualWords(byKey.get('status')?.[0]), ...mapping.statusWords },
  };
};

/** LocalZero's words are numbers; a table made of its data still calls the column by its name there. */
const usualWords = (heading = ''): Readonly<Record<string, StatusMeaning>> =>
  plainHeading(heading) === 'execution status'
    ? { 0: 'NOTHING', 2: 'IN_PROGRESS', 4: 'COMPLETED', 6: 'DELAYED', 8: 'ABANDONED' }
    : {};
