import { berlinDay, dayNumber, type Day } from '@klimaspur/domain';

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
