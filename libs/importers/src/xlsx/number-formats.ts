import { readWholeXml } from './xml.js';

/** What a number is, by the format in which it is shown. */
export type NumberFormat =
  | { readonly kind: 'number'; readonly decimals: number | null }
  | { readonly kind: 'percent' }
  | { readonly kind: 'time' }
  | { readonly kind: 'date'; readonly precision: 'day' | 'month' | 'year' };

const plainNumber: NumberFormat = { kind: 'number', decimals: null };

/** Formats that need no definition, by their ids; the others below 164 are numbers. */
const known: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
};

const eastern = (id: number) => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** The first section of a format, without what is only shown: quoted texts, colours, languages. */
const bare = (code: string) =>
  (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase();

export const formatOf = (code: string): NumberFormat => {
  const text = bare(code);
  if (text === 'general' || text === '@' || text === '') return plainNumber;
  if (text.includes('%')) return { kind: 'percent' };
  const hasDay = /[dt]/.test(text);
  const hasYear = /[yj]/.test(text);
  if (hasDay && /m/.test(text)) return { kind: 'date', precision: 'day' };
  if (hasYear) return { kind: 'date', precision: text.includes('m') ? 'month' : 'year' };
  if (/[hs]/.test(text)) return { kind: 'time' };
  if (hasDay || text.includes('m')) return { kind: 'date', precision: 'day' };
  const decimals = /0\.(0+)/.exec(text)?.[1]?.length ?? (text.includes('0') ? 0 : null);
  return { kind: 'number', decimals };
};

/** The format of each style that a cell can name. */
export const numberFormats = (chunks: Iterable<Uint8Array>): NumberFormat[] => {
  const codes = new Map<number, string>();
  const styles: NumberFormat[] = [];
  let inCells = false;
  readWholeXml(chunks, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(numFmtId ?? 0);
        styles.push(
          eastern(id)
            ? { kind: 'date', precision: 'day' }
            : formatOf(codes.get(id) ?? known[id] ?? 'general'),
        );
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
};
