import {
  berlinDay,
  dayNumber,
  dayOf,
  lastDay,
  type Day,
  type PartialDate,
} from '@klimaspur/domain';

const REMEMBERED = 100_000;

/** Remembers what the domain answered: the same few thousand days come again with every entry. */
const remembering = <Asked>(ask: (about: Asked) => number): ((about: Asked) => number) => {
  const answers = new Map<Asked, number>();
  return (about) => {
    let answer = answers.get(about);
    if (answer === undefined) {
      answer = ask(about);
      if (answers.size >= REMEMBERED) answers.clear();
      answers.set(about, answer);
    }
    return answer;
  };
};

export const numberOf: (day: Day) => number = remembering(dayNumber);

const HOUR = 3_600_000;
const ofHour = remembering((hour: number) =>
  dayNumber(berlinDay(new Date(hour * HOUR).toISOString())),
);

/** The Berlin day of an instant in milliseconds; all instants of one hour lie on one day. */
export const recordedDayOf = (instant: number): number => ofHour(Math.floor(instant / HOUR));

const lastOf: (on: PartialDate) => number = remembering((on) => dayNumber(lastDay(on)));

/** The day from which an entry counts, as it was recorded. */
export const effectiveOn = (occurredOn: PartialDate | null, recordedOn: number): number =>
  occurredOn === null ? recordedOn : Math.min(lastOf(occurredOn), recordedOn);

const YEAR = 4;
const DAY = 10;
/** How precisely a day is known: not at all, its year, its month, the day. */
const precisions = [0, YEAR, 7, DAY];

/** The day from which news count and how precisely it is known, in one number: sorts by day, the better known later. */
export const newsNumber = (since: Day, on: PartialDate | null): number =>
  numberOf(since) * precisions.length + precisions.indexOf(on?.length ?? 0);

/** What `newsNumber` was made of. */
export const newsOf = (
  number: number,
): { readonly since: Day; readonly on: PartialDate | null } => {
  const since = dayOf(Math.floor(number / precisions.length));
  return { since, on: since.slice(0, precisions.at(number % precisions.length)) || null };
};
