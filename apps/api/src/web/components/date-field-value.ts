import type { MessageKey } from '@klimaspur/messages';
import { type Typed, typedText } from '../forms/typed.js';

/** How exactly a day is known. */
export type Precision = 'day' | 'month' | 'unknown';

/** What the controls of a DateField hold; kept as typed while a form comes back with problems. */
export interface DateFieldValue {
  readonly precision: Precision;
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** Finds what was typed into the DateField called `name` in the body of a form. */
export function dateFieldValue(body: Typed, name: string): DateFieldValue {
  const precision = typedText(body, `${name}-precision`);
  return {
    precision: precision === 'month' || precision === 'unknown' ? precision : 'day',
    day: typedText(body, name),
    month: typedText(body, `${name}-month`),
    year: typedText(body, `${name}-year`),
  };
}

/** The controls for a day that is known: `2024-05-13`, `2024-05`, `2024`, or null for unknown. */
export function dateFieldOf(value: string | null): DateFieldValue {
  if (value === null) return { precision: 'unknown', day: '', month: '', year: '' };
  const [year = '', month = ''] = value.split('-');
  return value.length === 10
    ? { precision: 'day', day: value, month: '', year: '' }
    : { precision: 'month', day: '', month, year };
}

/** The same as a form has it by the names of its controls. */
export const dateAsTyped = (name: string, value: string | null): Typed => {
  const { precision, day, month, year } = dateFieldOf(value);
  return {
    [name]: day,
    [`${name}-precision`]: precision,
    [`${name}-month`]: month,
    [`${name}-year`]: year,
  };
};

export type ReadDate = { readonly date: string | null } | { readonly problem: MessageKey };

/** The day as it is stored, or what is wrong with it. */
export function readDate({ precision, day, month, year }: DateFieldValue): ReadDate {
  if (precision === 'unknown') return { date: null };
  if (precision === 'month') {
    if (!/^\d{4}$/.test(year)) return { problem: 'date.problem.year' };
    if (month === '') return { date: year };
    if (!/^(0[1-9]|1[0-2])$/.test(month)) return { problem: 'date.problem.invalid' };
    return { date: `${year}-${month}` };
  }
  if (day === '') return { problem: 'date.problem.missing' };
  const iso = isoDay(day);
  return iso ? { date: iso } : { problem: 'date.problem.invalid' };
}

/** Browsers without a date picker send what was typed: `13.5.2024` is meant as it is written here. */
function isoDay(text: string): string | undefined {
  const german = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(text);
  const iso = german
    ? `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}`
    : text;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(iso) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}
