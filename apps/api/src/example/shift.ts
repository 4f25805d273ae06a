import {
  addDays,
  berlinDay,
  catalogue,
  type Day,
  firstDay,
  type Field,
  type Fields,
} from '@klimaspur/domain';
import type { ExampleStep } from './example-step.js';
import { beforeHoliday } from './holidays.js';

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

/** When something happened: neither onto a holiday nor past the day on which it was recorded. */
const shiftPast = (date: string, days: number, recordedOn: Day): string => {
  const moved = shiftDate(date, days);
  if (moved.length === 10) return beforeHoliday(moved);
  return firstDay(moved) > recordedOn ? recordedOn.slice(0, moved.length) : moved;
};

/** A meeting is never set for a holiday, as none was ever held on one. */
const shiftNamed = (name: string, date: string, days: number): string => {
  const moved = shiftDate(date, days);
  return name === 'on' && moved.length === 10 ? beforeHoliday(moved) : moved;
};

/** `data` with every date in it moved. */
export const shiftDates = (value: unknown, days: number, name = ''): unknown => {
  if (typeof value === 'string') return dateNames.has(name) ? shiftNamed(name, value, days) : value;
  if (Array.isArray(value)) return value.map((item) => shiftDates(item, days));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, shiftDates(inner, days, key)]),
  );
};

/** One step of a story, told by so many days later. */
export const shiftStep = (step: ExampleStep, days: number): ExampleStep => {
  if (days === 0) return step;
  const at = shiftInstant(step.at, days);
  return {
    ...step,
    at,
    on: step.on === null ? null : shiftPast(step.on, days, berlinDay(at)),
    data: shiftDates(step.data, days),
  } as ExampleStep;
};
