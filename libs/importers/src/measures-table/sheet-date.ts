import { isPartialDate, type PartialDate } from '@klimaspur/domain';
import { folded } from '../clean-text.js';

/** Which of two numbers comes first in 03/04/2025. */
export type DateOrder = 'DMY' | 'MDY';

/** What a cell says about time: the first and the last day, month or year it can mean. */
export interface SheetTime {
  readonly start?: PartialDate;
  readonly end?: PartialDate;
  /** A task without end: „laufend“, „Daueraufgabe“. */
  readonly permanent?: true;
  /** False where the words say more than the dates: „Frühjahr 2025“. */
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

/** First and last month of what people call parts of a year; above 12 it lies in the next one. */
const parts: readonly [RegExp, number, number][] = [
  [/^(?:anfang|beginn|anf|early)$/, 1, 4],
  [/^(?:mitte|mid)$/, 5, 8],
  [/^(?:ende|jahresende|late|end of|end)$/, 9, 12],
  [/^(?:fruehjahr|fruehling|spring)$/, 3, 5],
  [/^(?:sommer|summer)$/, 6, 8],
  [/^(?:herbst|autumn)$/, 9, 11],
  [/^winter$/, 12, 14],
  [/^(?:1 hj|1 halbjahr|erstes halbjahr|i halbjahr|h1)$/, 1, 6],
  [/^(?:2 hj|2 halbjahr|zweites halbjahr|ii halbjahr|h2)$/, 7, 12],
  [/^(?:q ?1|1 q|1 quartal|quartal 1|i quartal|i)$/, 1, 3],
  [/^(?:q ?2|2 q|2 quartal|quartal 2|ii quartal|ii)$/, 4, 6],
  [/^(?:q ?3|3 q|3 quartal|quartal 3|iii quartal|iii)$/, 7, 9],
  [/^(?:q ?4|4 q|4 quartal|quartal 4|iv quartal|iv)$/, 10, 12],
];

const permanent =
  /^(?:(?:fort)?laufend(?:e aufgabe)?|dauer(?:haft|aufgabe)|kontinuierlich|staendig|permanent|ongoing|unbefristet|regelmaessig|jaehrlich)$/;

const pad = (value: number | string) => String(value).padStart(2, '0');

const plain = (said: string) =>
  folded(said)
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(
      /^(?:ca\.?|circa|etwa|voraussichtlich|vorauss\.?|vsl\.?|geplant|spaetestens|im|in|zum) /,
      '',
    )
    .trim();

/** What the words mean, or undefined for what is no time. Months and quarters are read in German and English. */
export const readSheetTime = (said: string, order: DateOrder = 'DMY'): SheetTime | undefined => {
  const text = plain(said);
  if (permanent.test(text)) return { permanent: true, exact: true };
  const single = momentOf(text, order);
  if (single) return single;
  const [, word, rest] = /^(ab|seit|from|since|bis|until|by) (?:zum )?(.+)$/.exec(text) ?? [];
  const open = rest === undefined ? undefined : momentOf(rest, order);
  if (!open) return spanOf(text, order);
  const isStart = word === 'ab' || word === 'seit' || word === 'from' || word === 'since';
  return { ...(isStart ? startOf(open) : endOf(open)), exact: open.exact };
};

/** A day, month or year that something happened or is planned for; only what names one. */
export const readSheetDate = (said: string, order: DateOrder = 'DMY'): PartialDate | undefined => {
  const time = momentOf(plain(said), order);
  return time?.exact === true ? time.start : undefined;
};

const startOf = ({ start }: SheetTime) => (start === undefined ? {} : { start });
const endOf = ({ end }: SheetTime) => (end === undefined ? {} : { end });

/** `2023-2025`, `01/2023 bis 12/2024`, `2023/24`, `ab 2023 laufend`, `2023 ff.` */
const spanOf = (text: string, order: DateOrder): SheetTime | undefined => {
  const short = /^(\d{4})\/(\d{2})$/.exec(text);
  if (short) return spanOf(`${short[1]} - ${short[1]?.slice(0, 2)}${short[2]}`, order);
  const open = /^(?:ab |seit )?(.+?)(?: ?,? ?(?:ff\.?|fortlaufend|laufend|dauerhaft)| ?-)$/.exec(
    text,
  );
  const begun = open && momentOf(open[1] ?? '', order);
  if (begun) {
    const { exact } = begun;
    return { ...startOf(begun), ...(text.endsWith('-') ? {} : { permanent: true }), exact };
  }
  for (const separator of [' bis ', ' to ', ' - ', '-', ' / ', '/']) {
    const [from, to, ...more] = text.replace(/^(?:von|from) /, '').split(separator);
    if (from === undefined || to === undefined || more.length > 0) continue;
    const first = momentOf(from.trim(), order);
    const last = permanent.test(to.trim())
      ? { permanent: true as const, exact: true }
      : momentOf(to.trim(), order);
    if (!first || !last) continue;
    const { permanent: endless } = last;
    const exact = first.exact && last.exact;
    return { ...startOf(first), ...endOf(last), ...(endless ? { permanent: endless } : {}), exact };
  }
  return undefined;
};

const exactly = (date: string): SheetTime | undefined =>
  isPartialDate(date) ? { start: date, end: date, exact: true } : undefined;

const momentOf = (text: string, order: DateOrder): SheetTime | undefined =>
  exactly(text) ??
  dayOf(text, order) ??
  numberedMonth(text) ??
  namedMonth(text) ??
  partOfYear(text);

const dayOf = (text: string, order: DateOrder) => {
  const [, a, b, year] = /^(\d{1,2})[./] ?(\d{1,2})[./] ?(\d{4}|\d{2})$/.exec(text) ?? [];
  if (a === undefined || b === undefined || year === undefined) return spelledDay(text);
  const [day, month] = order === 'MDY' && text.includes('/') ? [b, a] : [a, b];
  return exactly(`${fullYear(year)}-${pad(month)}-${pad(day)}`);
};

const fullYear = (year: string) => (year.length === 2 ? `20${year}` : year);

const spelledDay = (text: string) => {
  const [, day, name, year] = /^(\d{1,2})\. ?([a-z]+)\.? (\d{4})$/.exec(text) ?? [];
  const month = monthNumber(name);
  return day && month ? exactly(`${year}-${pad(month)}-${pad(day)}`) : undefined;
};

const numberedMonth = (text: string) => {
  const [, month, year] = /^(\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  return month && year ? exactly(`${year}-${pad(month)}`) : undefined;
};

const namedMonth = (text: string) => {
  const [, name, year] = /^([a-z]+)\.? '?(\d{4}|\d{2})$/.exec(text) ?? [];
  const month = monthNumber(name);
  return month && year ? exactly(`${fullYear(year)}-${pad(month)}`) : undefined;
};

const monthNumber = (name: string | undefined): number | undefined => {
  const index = months.findIndex((names) => names.some((known) => known === name));
  return index < 0 ? undefined : index + 1;
};

const partOfYear = (text: string): SheetTime | undefined => {
  const [, before, behind] = /^(.+?)[ /](\d{4})(?:\/\d{2,4})?$/.exec(text) ?? [];
  const [, first, after] = /^(\d{4})[ /-](\D.*)$/.exec(text) ?? [];
  const year = Number(behind ?? first);
  const name = (before ?? after ?? '').replaceAll('.', '').trim();
  const found = parts.find(([pattern]) => pattern.test(name));
  if (!found || !isPartialDate(String(year))) return undefined;
  const [, from, to] = found;
  const end = to > 12 ? `${year + 1}-${pad(to - 12)}` : `${year}-${pad(to)}`;
  return { start: `${year}-${pad(from)}`, end, exact: false };
};

/** 03/04/2025 is the third of April, unless dates of the sheet can only be read the other way. */
export const dateOrderOf = (cells: Iterable<string>): DateOrder => {
  let american = false;
  for (const cell of cells) {
    const [, first, second] = /^\s*(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})\s*$/.exec(cell) ?? [];
    if (Number(first) > 12) return 'DMY';
    if (Number(second) > 12) american = true;
  }
  return american ? 'MDY' : 'DMY';
};
