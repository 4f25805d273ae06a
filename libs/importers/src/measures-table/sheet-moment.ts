import { dayNumber, dayOf as dayAt, isPartialDate, type PartialDate } from '@klimaspur/domain';

/** Which of two numbers comes first in 03/04/2025. */
export type DateOrder = 'DMY' | 'MDY';

/** What a cell says about time. */
export interface SheetTime {
  /** For a start: where the words leave it open, the last it can mean, for nothing is late before that is over. */
  readonly start?: PartialDate;
  /** For an end: the last it can mean. */
  readonly end?: PartialDate;
  /** A task without end: „laufend“, „Daueraufgabe“. */
  readonly permanent?: true;
  /** False where the words say more than the dates: „Frühjahr 2025“, „ca. 2028“. */
  readonly exact: boolean;
}

const months = [
  ['januar', 'january', 'jan', 'jaenner'],
  ['februar', 'february', 'feb'],
  ['maerz', 'march', 'mrz', 'mar'],
  ['april', 'apr'],
  ['mai', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['dezember', 'december', 'dez', 'dec'],
] as const;

const ordinals = [
  ['1', 'i', 'erstes', 'first'],
  ['2', 'ii', 'zweites', 'second'],
  ['3', 'iii', 'drittes', 'third'],
  ['4', 'iv', 'viertes', 'fourth'],
] as const;

/** Quarters and halves have a last month that everybody knows. */
const parts: readonly (readonly [RegExp, number])[] = ordinals.flatMap((names, index) => {
  const n = `(?:${names.join('|')})`;
  const quarter = new RegExp(`^(?:qu?(?:artal)? ?${n}|${n} ?(?:qu?|quartal|quarter)|${names[1]})$`);
  const half = new RegExp(
    `^(?:(?:h|hj|halbjahr|half) ?${n}|${n} ?(?:h|hj|halbjahr|jahreshaelfte|half))$`,
  );
  return [
    [quarter, index * 3 + 3] as const,
    ...(index < 2 ? [[half, index * 6 + 6] as const] : []),
  ];
});

/** Parts of a year or month that no calendar bounds: of them only the year or month is taken. */
const vague =
  /^(?:(?:jahres)?(?:anfang|beginn|mitte|ende)|jahreswechsel|anf|mid|early|late|end(?: of)?|(?:frueh|spaet)?(?:sommer|herbst)|fruehjahr|fruehling|winter|spring|summer|autumn|fall|kw ?\d{1,2}|\d{1,2} ?kw)$/;

const pad = (value: number | string) => String(value).padStart(2, '0');
const fullYear = (year: string) => (year.length === 2 ? `20${year}` : year);

const exactly = (date: string): SheetTime | undefined =>
  isPartialDate(date) ? { start: date, end: date, exact: true } : undefined;

/** One day, month, quarter, half or year, out of a text without signs that mean nothing. */
export const momentOf = (text: string, order: DateOrder): SheetTime | undefined =>
  exactly(text) ??
  exactly(/^(\d{4}-\d{2}-\d{2})[t ]\d{2}:\d{2}/.exec(text)?.[1] ?? '') ??
  dayOf(text, order) ??
  numberedMonth(text) ??
  namedMonth(text) ??
  partOfYear(text) ??
  vaguely(text, order);

const dayOf = (text: string, order: DateOrder) => {
  const [, a, b, year] =
    /^(\d{1,2})[./] ?(\d{1,2})[./] ?(\d{4}|\d{2})(?: \d{2}:\d{2}(?::\d{2})?)?$/.exec(text) ?? [];
  if (a === undefined || b === undefined || year === undefined) return spelledDay(text);
  const [day, month] = order === 'MDY' && text.includes('/') ? [b, a] : [a, b];
  return exactly(`${fullYear(year)}-${pad(month)}-${pad(day)}`);
};

const spelledDay = (text: string) => {
  const [, day, name, year] =
    /^(\d{1,2})(?:\.|st|nd|rd|th)?[ -]?([a-z]+)\.?[ -](\d{4})$/.exec(text) ?? [];
  const [, name2, day2, year2] =
    /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?, (\d{4})$/.exec(text) ?? [];
  const month = monthNumber(name ?? name2);
  return month ? exactly(`${year ?? year2}-${pad(month)}-${pad(day ?? day2 ?? '')}`) : undefined;
};

/** `03/2024`, `2024/03`, `03/26`; `03/04` may be a day, and `2024/25` are two years. */
const numberedMonth = (text: string) => {
  const [, month, year] = /^(\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  if (month && year) return exactly(`${year}-${pad(month)}`);
  const [, century, short, behind] = /^(\d{2})(\d{2})\/(\d{1,2})$/.exec(text) ?? [];
  if (behind && Number(behind) <= Number(short))
    return exactly(`${century}${short}-${pad(behind)}`);
  const [, first, last] = /^(\d{1,2})\/(\d{2})$/.exec(text) ?? [];
  return first && Number(last) > 12 ? exactly(`20${last}-${pad(first)}`) : undefined;
};

const namedMonth = (text: string) => {
  const [, name, year] = /^([a-z]+)\.?[ /-]?'?(\d{4}|\d{2})$/.exec(text) ?? [];
  const month = monthNumber(name);
  return month && year ? exactly(`${fullYear(year)}-${pad(month)}`) : undefined;
};

const monthNumber = (name: string | undefined): number | undefined => {
  const index = months.findIndex((names) => names.some((known) => known === name));
  return index < 0 ? undefined : index + 1;
};

const partOfYear = (text: string): SheetTime | undefined => {
  const [, before, behind] = /^(.+?)[ /-]+'?(\d{4}|\d{2})$/.exec(text) ?? [];
  const [, first, after] = /^(\d{4})[ /-]+(.+)$/.exec(text) ?? [];
  const year = behind === undefined ? first : fullYear(behind);
  const name = (before ?? after ?? '').replaceAll('.', '').trim();
  const found = parts.find(([pattern]) => pattern.test(name));
  if (!found || year === undefined || !isPartialDate(year)) return undefined;
  const last = `${year}-${pad(found[1])}`;
  return { start: last, end: last, exact: false };
};

/** „Mitte 2026“ → 2026, „Ende März 2026“ → March; „Winter 2024/25“ touches both years. */
const vaguely = (text: string, order: DateOrder): SheetTime | undefined => {
  const [, word, rest] = /^([a-z]+(?: of| ?\d{1,2})?|\d{1,2}\.? kw)[ /-]+(.+)$/.exec(text) ?? [];
  if (word === undefined || rest === undefined || !vague.test(word.replace('.', ''))) {
    return undefined;
  }
  const [, year, next] = /^(\d{4})\/(\d{2,4})$/.exec(rest) ?? [];
  const short = /^'?(\d{2})$/.exec(rest)?.[1];
  const time =
    year && next
      ? { start: fullYear(next), end: fullYear(next) }
      : momentOf(short === undefined ? rest : fullYear(short), order);
  return time && { ...time, exact: false };
};

/** A day that a spreadsheet wrote as the number it counts days by: 2000 to 2099. */
export const serialDay = (said: string): PartialDate | undefined => {
  const [, days] = /^(\d{5})(?:[.,]\d+)?$/.exec(said.trim()) ?? [];
  const count = Number(days);
  return count >= 36_526 && count < 73_051 ? dayAt(dayNumber('1899-12-30') + count) : undefined;
};
