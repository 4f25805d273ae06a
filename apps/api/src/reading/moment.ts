import { addDays, berlinDay, DomainError, isDay, type Day } from '@klimaspur/domain';
import type { Lang } from '@klimaspur/messages';

type Query = Readonly<Record<string, unknown>>;

/** How the two dates of a question are called: in the API, and on the pages of each language. */
export const momentNames = {
  api: { asOf: 'asOf', knownAt: 'knownAt' },
  de: { asOf: 'stand', knownAt: 'kenntnisstand' },
  en: { asOf: 'as-of', knownAt: 'known-at' },
} as const satisfies Record<'api' | Lang, { asOf: string; knownAt: string }>;

export interface AskedMoment {
  readonly asOf: Day;
  /** Milliseconds; absent: all that is known. */
  readonly knownAt?: number;
  /** True where the asker named a day or an instant: the page says that it looks back. */
  readonly past: boolean;
}

const refuse = (path: string, code: string): never => {
  throw new DomainError('query/invalid', [{ path, code, params: {} }]);
};

/** By how much the clock of whoever asks may be ahead of ours: their „now“ and „today“ are answered. */
const CLOCKS_DIFFER_MS = 300_000;

/** Nobody knows how things will stand: an answer would be made up. */
const refuseFuture = (path: string, asked: Day | number, now: string): void => {
  const latest = Date.parse(now) + CLOCKS_DIFFER_MS;
  const last = typeof asked === 'number' ? latest : berlinDay(new Date(latest).toISOString());
  if (asked <= last) return;
  const params = { name: path, today: berlinDay(now) };
  throw new DomainError('query/future-day', [{ path, code: 'field/in-the-future', params }]);
};

/** Reads the dates from an address. Today in Berlin where none is named; a knowledge day counts to its end. */
export const momentFrom = (
  query: Query,
  names: Readonly<Record<'asOf' | 'knownAt', string>>,
  now: string,
): AskedMoment => {
  const asOf = query[names.asOf];
  const knownAt = query[names.knownAt];
  if (asOf !== undefined && asOf !== '' && !isDay(asOf)) refuse(names.asOf, 'field/not-a-day');
  const day = isDay(asOf) ? asOf : berlinDay(now);
  const instant =
    knownAt === undefined || knownAt === '' ? undefined : instantOf(String(knownAt), names.knownAt);
  refuseFuture(names.asOf, day, now);
  // Today counts to its end, which lies ahead.
  const known = isDay(knownAt) ? knownAt : instant;
  if (known !== undefined) refuseFuture(names.knownAt, known, now);
  return {
    asOf: day,
    ...(instant === undefined ? {} : { knownAt: instant }),
    past: day !== berlinDay(now) || instant !== undefined,
  };
};

const instantOf = (value: string, name: string): number => {
  if (isDay(value)) return endOfBerlinDay(value);
  const instant = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value)
    ? Date.parse(value)
    : berlinTime(value);
  return Number.isNaN(instant) ? refuse(name, 'field/not-a-day') : instant;
};

/** As a field for day and time sends it: without a zone, to the end of its minute. */
const berlinTime = (value: string): number => {
  const [, day = '', hours, minutes] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)$/.exec(value) ?? [];
  if (!isDay(day)) return NaN;
  const inUtc = Date.parse(`${day}T${hours}:${minutes}:59.999Z`);
  if (Number.isNaN(inUtc)) return NaN;
  const ahead = [2, 1].find((offset) => clock.format(inUtc - offset * HOUR_MS) === value.slice(11));
  return inUtc - (ahead ?? 1) * HOUR_MS;
};

const HOUR_MS = 3_600_000;
const clock = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone: 'Europe/Berlin' });

const endOfBerlinDay = (day: Day): number => startOfBerlinDay(addDays(day, 1)) - 1;

/** How a moment of knowledge is written in an address: as the day that it ends, or else to the millisecond. */
export const knownParameter = (knownAt: number): string => {
  const instant = new Date(knownAt).toISOString();
  const day = berlinDay(instant);
  return endOfBerlinDay(day) === knownAt ? day : instant;
};

/** Berlin is one or two hours ahead of UTC; the first of the two instants that lies in the day begins it. */
const startOfBerlinDay = (day: Day): number => {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  const summer = midnight - 2 * 3_600_000;
  return berlinDay(new Date(summer).toISOString()) === day ? summer : midnight - 3_600_000;
};
