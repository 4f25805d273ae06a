import { berlinDay } from '@klimaspur/domain';
import { Refusal } from '../errors/refusal.js';
import type { Reading } from './reader.js';

type Kind = 'municipality' | 'plan' | 'measure' | 'decision' | 'organ' | 'actor' | 'roundtable';

/** What `find` finds; refuses what is not there, or is a draft that the asker may not see: the two look the same. */
export const there = <T>(
  kind: Kind,
  reading: Reading,
  find: (reading: Reading) => T | undefined,
): T => {
  const found = find(reading);
  if (found === undefined) throw notThere(reading, kind, find);
  return found;
};

/** There is none, or there was none yet at the moment asked about: then `find` finds one today. */
export const notThere = (
  reading: Reading,
  kind: Kind,
  find: (today: Reading) => unknown,
): Refusal => {
  const { now, moment, view } = reading;
  const today = { asOf: berlinDay(now), viewer: view.viewer };
  if (!moment.past || find({ ...reading, view: today }) === undefined) {
    return new Refusal(`${kind}/unknown`);
  }
  const { asOf, knownAt } = moment;
  const day = knownAt === undefined ? asOf : berlinDay(new Date(knownAt).toISOString());
  return new Refusal(`${kind}/not-known-yet`, { params: { day } });
};
