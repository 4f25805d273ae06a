import { type Typed, typedText } from './typed.js';

/** Empty rows that stand below the filled ones. */
const SPARE = 3;
const MOST = 100;

const nameOf = (list: string, row: number, column: string) => `${list}.${row}.${column}`;
/** Keeps how many rows are shown, while a form comes and goes. */
export const shownName = (list: string): string => `${list}.shown`;

/** The name of the button that asks for more rows; its value is the list. */
export const MORE = 'more';

const isFilled = (typed: Typed, list: string, columns: readonly string[]) => (row: number) =>
  columns.some((column) => typedText(typed, nameOf(list, row, column)) !== '');

/** The same with the filled rows moved together at the top. */
export const compacted = (
  typed: Typed,
  list: string,
  columns: readonly string[],
): { readonly typed: Typed; readonly count: number } => {
  const rows = Array.from({ length: MOST }, (_, row) => row);
  const kept = rows.filter(isFilled(typed, list, columns));
  const moved: Record<string, unknown> = { ...typed };
  for (const row of rows) {
    const from = kept[row];
    for (const column of columns) {
      if (from === undefined) delete moved[nameOf(list, row, column)];
      else moved[nameOf(list, row, column)] = typed[nameOf(list, from, column)];
    }
  }
  return { typed: moved, count: kept.length };
};

/** The rows of a list as a form begins with them. */
export const rowsAsTyped = (
  list: string,
  rows: readonly Readonly<Record<string, string>>[] = [],
): Record<string, string> =>
  Object.fromEntries(
    rows.flatMap((row, index) =>
      Object.entries(row).map(([column, value]) => [nameOf(list, index, column), value]),
    ),
  );

/** How many rows to show: the filled ones and some more, or as many as were asked for. */
export const rowsToShow = (typed: Typed, list: string, columns: readonly string[]): number => {
  const { count } = compacted(typed, list, columns);
  const asked = Number(typedText(typed, shownName(list))) || 0;
  const more = typed[MORE] === list ? SPARE : 0;
  return Math.min(MOST, Math.max(count + SPARE, asked + more));
};
