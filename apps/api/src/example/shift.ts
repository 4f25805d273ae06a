import { addDays, catalogue, type Field, type Fields } from '@klimaspur/domain';

const DAY_MS = 86_400_000;

const dateNamesIn = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, field]) => [
    ...(field.kind === 'date' ? [name] : []),
    ...innerNames(field),
  ]);
const innerNames = (field: Field): string[] => {
  if (field.kind === 'object') return dateNamesIn(field.fields);
  return field.kind === 'list' ? innerNames(field.of) : [];
};

/** The names under which events keep dates. */
const dateNames = new Set(
  Object.values(catalogue).flatMap(({ data, text }) => [
    ...dateNamesIn(data),
    ...dateNamesIn(text),
  ]),
);

/** Whole days, a multiple of seven, by which a story that ended at `last` moves so that it ends this week. */
export const daysToShift = (last: string, now: string): number =>
  Math.floor((Date.parse(now) - Date.parse(last)) / DAY_MS / 7) * 7;

export const shiftInstant = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * DAY_MS).toISOString();

/** Moves a day by days; a month or year moves when its middle does. */
export const shiftDate = (date: string, days: number): string => {
  if (date.length === 10) return addDays(date, days);
  const middle = date.length === 7 ? `${date}-15` : `${date}-07-01`;
  return addDays(middle, days).slice(0, date.length);
};

/** `data` with every date in it moved. */
export const shiftDates = (value: unknown, days: number, name = ''): unknown => {
  if (typeof value === 'string') return dateNames.has(name) ? shiftDate(value, days) : value;
  if (Array.isArray(value)) return value.map((item) => shiftDates(item, days));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, shiftDates(inner, days, key)]),
  );
};
