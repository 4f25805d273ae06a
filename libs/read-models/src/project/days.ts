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
const remembering = (ask: (text: string) => number): ((text: string) => number) => {
  const answers = new Map<string, number>();
  return (text) => {
    let answer = answers.get(text);
    if (answer === undefined) {
      answer = ask(text);
      if (answers.size >= REMEMBERED) answers.clear();
      answers.set(text, answer);
    }
    return answer;
  };
};

export const numberOf: (day: Day) => number = remembering(dayNumber);

const ofHour = remembering((hour) => dayNumber(berlinDay(`${hour}:00:00.000Z`)));

/** The Berlin day of an instant; all instants of one hour lie on one day. */
export const recordedDayOf = (instant: string): number => ofHour(instant.slice(0, 13));

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
