import { dayNumber, dayOf, isPartialDate } from '@klimaspur/domain';
import type { Cell } from '../tables/table.js';
import type { NumberFormat } from './number-formats.js';
import { unescaped } from './xml.js';

export interface CellContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  /** Days are counted from 1904: workbooks of old Macs. */
  readonly from1904: boolean;
}

/** What stands in the file for one cell. */
export interface RawCell {
  readonly type: string;
  readonly style: number;
  readonly value: string;
  /** Text that stands in the cell itself. */
  readonly inline: string;
}

/** A cell's last computed value; formulas are never run. Undefined where nothing stands. */
export const cellValue = (raw: RawCell, context: CellContext): Cell | undefined => {
  switch (raw.type) {
    case 's':
      return textCell(context.strings[Number(raw.value)] ?? '');
    case 'inlineStr':
      return textCell(unescaped(raw.inline));
    case 'str':
      return textCell(unescaped(raw.value));
    case 'b':
      return textCell(raw.value.trim() === '1' ? 'ja' : 'nein');
    case 'e':
      return textCell(raw.value);
    case 'd':
      return dateCell(raw.value.slice(0, 10));
    default:
      return numberCell(raw.value.trim(), context.formats[raw.style], context.from1904);
  }
};

const textCell = (text: string): Cell | undefined => (text === '' ? undefined : { text });

const dateCell = (day: string): Cell => (isPartialDate(day) ? { text: day, day } : { text: day });

const numberCell = (
  raw: string,
  format: NumberFormat | undefined,
  from1904: boolean,
): Cell | undefined => {
  const value = Number(raw);
  if (raw === '' || !Number.isFinite(value)) return textCell(raw);
  switch (format?.kind) {
    case 'date': {
      const day = dayOfSerial(value, from1904);
      const length = { day: 10, month: 7, year: 4 }[format.precision];
      return day === undefined ? plainNumber(raw, value, null) : dateCell(day.slice(0, length));
    }
    case 'percent':
      return {
        text: `${german(shortest(value * 100))} %`,
        number: plain(raw, value),
        percent: true,
      };
    case 'time':
      return plainNumber(raw, value, null);
    default:
      return plainNumber(raw, value, format?.decimals ?? null);
  }
};

const plainNumber = (raw: string, value: number, decimals: number | null): Cell => {
  const exact = plain(raw, value);
  return { text: german(withZeros(exact, decimals ?? 0)), number: exact };
};

/** Measure „1.10“ is 1.1 in the file, in a format that asks for two digits. */
const withZeros = (exact: string, decimals: number) => {
  const [whole = '', fraction = ''] = exact.split('.');
  const digits = fraction.padEnd(decimals, '0');
  return digits === '' ? whole : `${whole}.${digits}`;
};

const german = (number: string) => number.replace('.', ',');

/** Decimal notation without exponent, and without the noise of binary fractions (0.30000000000000004). */
const plain = (raw: string, value: number): string =>
  /^-?\d+(\.\d{1,10})?$/.test(raw) ? raw : shortest(value);

const shortest = (value: number): string =>
  Number(value.toPrecision(15)).toLocaleString('en-US', {
    useGrouping: false,
    maximumFractionDigits: 10,
  });

/** Day 60 of 1900 never was; who counts from 1900 counts it all the same. */
const dayOfSerial = (serial: number, from1904: boolean): string | undefined => {
  const days = Math.floor(serial);
  if (days < 1 || days > 200_000) return undefined;
  if (from1904) return dayOf(dayNumber('1904-01-01') + days);
  return dayOf(dayNumber(days < 60 ? '1899-12-31' : '1899-12-30') + days);
};
