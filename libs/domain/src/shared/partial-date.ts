/** A day, a month or a year: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export type PartialDate = string;
/** A calendar day `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number) =>
  month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0);

const pad = (value: number) => String(value).padStart(2, '0');

/** True for a date that exists between 1900 and 2199; a typing error such as year 20224 is none. */
export const isPartialDate = (value: unknown): value is PartialDate => {
  if (typeof value !== 'string') return false;
  const match = /^((?:19|20|21)\d\d)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (!match) return false;
  const [, year, month, day] = match;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return false;
  return (
    day === undefined || (Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month)))
  );
};

export const isDay = (value: unknown): value is Day => isPartialDate(value) && value.length === 10;

export const firstDay = (date: PartialDate): Day =>
  date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;

export const lastDay = (date: PartialDate): Day => {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  return `${date}-${pad(daysIn(Number(date.slice(0, 4)), Number(date.slice(5, 7))))}`;
};

/** Days since 1970-01-01 (days from civil, proleptic Gregorian). */
export const dayNumber = (day: Day): number => {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear =
    Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

/** The day with this number of days since 1970-01-01. */
export const dayOf = (number: number): Day => {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  return `${yearOfEra + era * 400 + (month <= 2 ? 1 : 0)}-${pad(month)}-${pad(day)}`;
};

export const addDays = (day: Day, days: number): Day => dayOf(dayNumber(day) + days);

/** Last Sunday of a month, as a day number. */
const lastSunday = (year: number, month: 3 | 10) => {
  const last = dayNumber(`${year}-${pad(month)}-31`);
  return last - ((last + 4) % 7);
};

/**
 * The Berlin calendar day of an instant such as `2026-03-28T23:30:00.000Z`. Central European Time is
 * UTC+1, and UTC+2 from 01:00 UTC on the last Sunday of March to that of October (directive 2000/84/EC).
 * The rule is written out because this room may not ask the machine.
 */
export const berlinDay = (instant: string): Day => {
  const hour = instant.slice(0, 13);
  const known = dayOfHour.get(hour);
  if (known !== undefined) return known;
  if (dayOfHour.size >= REMEMBERED) dayOfHour.clear();
  const day = berlinDayOf(hour);
  dayOfHour.set(hour, day);
  return day;
};

/** All instants of one hour lie on one day, and every story asks about the same few thousand hours. */
const dayOfHour = new Map<string, Day>();
const REMEMBERED = 50_000;

const berlinDayOf = (hour: string): Day => {
  const year = Number(hour.slice(0, 4));
  const hours = dayNumber(hour.slice(0, 10)) * 24 + Number(hour.slice(11, 13));
  const summer = hours >= lastSunday(year, 3) * 24 + 1 && hours < lastSunday(year, 10) * 24 + 1;
  return dayOf(Math.floor((hours + (summer ? 2 : 1)) / 24));
};
