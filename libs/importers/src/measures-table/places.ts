/** A row as a spreadsheet counts; of several sheets that are read the place names the sheet as well. */
export const rowPlace = (number: number, sheet: string): string =>
  sheet === '' ? `row ${number}` : `row ${number} ${sheet}`;

export const sheetPlace = (sheet: string): string => (sheet === '' ? 'file' : `sheet ${sheet}`);
