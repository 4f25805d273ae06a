/** What a cell holds: text, a number in plain decimal notation, or a day. */
export type XlsxCell =
  | { readonly text: string }
  | { readonly number: string; readonly style: 'money' | 'amount' }
  | { readonly day: string }
  | undefined;

/** Places of the styles in `styles.xml`. */
const styles = { text: 0, heading: 1, day: 2, money: 3, amount: 4 } as const;

/** XML cannot hold these; spreadsheets write them by their number, and so also a text that looks like one. */
const unwritable = /[^\P{Cc}\t\n]|[\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/gu;

const code = (sign: string) =>
  `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

export const xmlText = (text: string): string =>
  text
    .replace(unwritable, code)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** Days since the end of 1899, as spreadsheets count; only for days after February 1900, which they miscount. */
export const serialOf = (day: string): number =>
  Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

const cellXml = (at: string, cell: XlsxCell, isHeading: boolean): string => {
  if (cell === undefined || ('text' in cell && cell.text === '')) return '';
  if ('day' in cell) return `<c r="${at}" s="${styles.day}"><v>${serialOf(cell.day)}</v></c>`;
  if ('number' in cell) return `<c r="${at}" s="${styles[cell.style]}"><v>${cell.number}</v></c>`;
  const style = isHeading ? styles.heading : styles.text;
  const text = `<is><t xml:space="preserve">${xmlText(cell.text)}</t></is>`;
  return `<c r="${at}" s="${style}" t="inlineStr">${text}</c>`;
};

export const rowXml = (number: number, cells: readonly XlsxCell[]): string =>
  `<row r="${number}">${cells
    .map((cell, column) => cellXml(`${letters(column)}${number}`, cell, number === 1))
    .join('')}</row>`;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Before the rows: the heading stays in sight, columns are as wide as what they hold. */
export const sheetStart = (widths: readonly number[]): string =>
  `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths
    .map(
      (width, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    )
    .join('')}</cols><sheetData>`;

export const sheetEnd = (columns: number, rows: number): string =>
  `</sheetData><autoFilter ref="A1:${letters(columns - 1)}${Math.max(rows, 1)}"/></worksheet>`;
