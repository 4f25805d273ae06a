/**
 * Our export puts an apostrophe before a cell that a spreadsheet would run as a formula, and before one that
 * already begins with apostrophes and such a sign. Taking one away gives the cell back as it was.
 */
export const unguarded = (cell: string): string =>
  /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1) : cell;
