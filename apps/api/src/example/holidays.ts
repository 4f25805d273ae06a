import { addDays, type Day } from '@klimaspur/domain';

/** Easter Sunday of the Gregorian calendar, by the rule of Butcher and Meeus. */
const easter = (year: number): Day => {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const leaps =
    century -
    Math.floor(century / 4) -
    Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + leaps + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  return addDays(`${year}-03-22`, moon + sunday - 7 * late);
};

/** New Year, Labour Day, Unity Day and Christmas, each year on the same day. */
const fixed: ReadonlySet<string> = new Set(['01-01', '05-01', '10-03', '12-25', '12-26']);
/** Good Friday, Easter Monday, Ascension and Whit Monday, counted from Easter. */
const movable = [-2, 1, 39, 50] as const;

/** A public holiday in all of Germany. */
export const isHoliday = (day: Day): boolean =>
  fixed.has(day.slice(5)) ||
  movable.some((days) => addDays(easter(Number(day.slice(0, 4))), days) === day);

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(day).getUTCDay());

/** The day itself, or the last working day before a holiday: no committee meets on one. */
export const beforeHoliday = (day: Day): Day => {
  if (!isHoliday(day)) return day;
  let earlier = addDays(day, -1);
  while (isHoliday(earlier) || isWeekend(earlier)) earlier = addDays(earlier, -1);
  return earlier;
};
