import { setImmediate } from 'node:timers/promises';

/** Lets those who wait be answered first: what takes long asks for it again and again. */
export const othersFirst = (): Promise<void> => setImmediate();

/** As many as are quickly made: about a hundredth of a second. */
const AT_ONCE = 200;

/** Makes something of each of many, and lets those who wait have their turn in between. */
export async function inTurns<T, R>(many: Iterable<T>, make: (one: T) => R): Promise<R[]> {
  const made: R[] = [];
  for (const one of many) {
    made.push(make(one));
    if (made.length % AT_ONCE === 0) await othersFirst();
  }
  return made;
}
